package sportello.postmaster;

import java.util.Locale;

/** What the house answers by itself. */
public enum AnswerKind {
    /** A mail has opened a ticket. */
    RECEIVED,
    /** A mail has been added to a ticket that goes on. */
    FOLLOWED_UP,
    /** A mail is about a closed ticket that takes no more of them. */
    REJECTED,
    /** A mail about a closed ticket has opened another one. */
    BEGUN_ANEW,
    /** The desk has closed the ticket of somebody whom the house does not know. */
    CLOSED;

    /** As it is stored, and for the messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AnswerKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
