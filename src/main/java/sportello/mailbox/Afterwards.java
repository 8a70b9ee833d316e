package sportello.mailbox;

/** What becomes of a mail on its server once it is kept here. */
public sealed interface Afterwards {

    /** It stays as it is. */
    record Leave() implements Afterwards {}

    /** It moves to another folder of the same mailbox, which only IMAP can do. */
    record Move(String folder) implements Afterwards {}

    /** It is removed. */
    record Delete() implements Afterwards {}
}
