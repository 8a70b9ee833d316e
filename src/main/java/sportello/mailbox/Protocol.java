package sportello.mailbox;

/** How mail comes in by a mailbox: fetched by us, or pushed to us. */
public enum Protocol {
    IMAP,
    POP3,
    /** Our own listener. */
    SMTP,
    /** The program called with the mail as its input. */
    PIPE;

    /** Whether we go and get the mail. */
    public boolean isFetched() {
        return this == IMAP || this == POP3;
    }
}
