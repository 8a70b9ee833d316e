package sportello.mailbox;

/** How mail comes into a mailbox: fetched by us, or, for SMTP, brought to us. */
public enum Protocol {
    IMAP,
    POP3,
    SMTP;

    /** The port where servers usually answer. */
    public int port(Security security) {
        return switch (this) {
            case IMAP -> security == Security.TLS ? 993 : 143;
            case POP3 -> security == Security.TLS ? 995 : 110;
            case SMTP -> 25;
        };
    }
}
