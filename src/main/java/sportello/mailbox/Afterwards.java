package sportello.mailbox;

/** What happens to a mail on its server when we have it for good. */
public sealed interface Afterwards {

    /** It stays as it is. */
    record Leave() implements Afterwards {}

    /** It goes to another folder. */
    record Move(String folder) implements Afterwards {}

    /** It goes for ever. */
    record Delete() implements Afterwards {}
}
