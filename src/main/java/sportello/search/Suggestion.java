package sportello.search;

/**
 * Something that may be meant by what is being typed.
 *
 * @param key a ticket's number, a queue's id, a customer's name
 * @param label what it is called
 * @param detail what tells it from others
 */
public record Suggestion(Kind kind, String key, String label, String detail) {

    /** What it is. */
    public enum Kind {
        TICKET,
        QUEUE,
        CUSTOMER
    }
}
