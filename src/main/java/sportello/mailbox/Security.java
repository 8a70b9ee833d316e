package sportello.mailbox;

/** How the way to a mail server is kept private. A certificate is always verified. */
public enum Security {
    /** From the first byte. */
    TLS,
    /** Asked for in the clear and insisted on. */
    STARTTLS,
    /** Not at all, which is allowed within one machine only. */
    NONE
}
