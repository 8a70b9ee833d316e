package sportello.ticket;

/** What the customer wrote last of what the customer can read; empty where there is nothing. */
public record LastWords(String subject, String text) {
    public static final LastWords NONE = new LastWords("", "");
}
