package sportello.settings;

/** How the way to the server that takes our mail is kept private. Where there is a certificate, it is verified. */
public enum Encryption {
    /** From the first byte. */
    TLS,
    /** Asked for in the clear and insisted on. */
    STARTTLS,
    /** Begun if the server offers it, as within a network of one's own; no password goes that way. */
    IF_OFFERED,
    /** Not at all, which is allowed within one machine only. */
    NONE
}
