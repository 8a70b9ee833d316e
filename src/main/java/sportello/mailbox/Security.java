package sportello.mailbox;

/** How the talk with a mail server is kept secret; certificates are always verified. */
public enum Security {
    /** From the first byte. */
    TLS,
    /** Asked for in the clear, insisted on before the log-in. */
    STARTTLS,
    /** Not at all: only on this machine. */
    NONE
}
