package sportello.web.agent.ticket;

/** What becomes of a mail about something that came encrypted. */
public enum Secrecy {
    /** It is about nothing that did. */
    NONE,
    /** It leaves encrypted too: the keys of all its recipients are known. */
    KEPT,
    /** Somebody has to say whether it may leave in the clear. */
    ASKED
}
