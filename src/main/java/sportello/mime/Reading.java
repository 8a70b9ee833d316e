package sportello.mime;

/** What became of reading a mail. */
public sealed interface Reading {

    /** It can be read. Whoever takes it closes it. */
    record Readable(ReadMail mail) implements Reading {}

    /**
     * Nothing sensible can be said of it.
     *
     * @param reason one word: {@code too_large}, {@code too_many_headers}, {@code too_slow}, {@code not_a_mail} or
     *     {@code broken}
     * @param detail for whoever looks into it
     */
    record Unreadable(String reason, String detail) implements Reading {}
}
