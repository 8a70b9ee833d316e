package sportello.mail;

/** By which whoever keeps an account knows it. */
public record AccountId(long value) {
    /** Of a server that nobody keeps: the operator's, or one that came along. */
    public static final AccountId NONE = new AccountId(0);
}
