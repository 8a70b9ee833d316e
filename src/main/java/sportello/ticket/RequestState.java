package sportello.ticket;

import java.util.Locale;

/** How a request stands, in the few words that matter to whoever asked. */
public enum RequestState {
    RECEIVED,
    OPEN,
    IN_HAND,
    WAITING_FOR_YOU,
    ON_HOLD,
    CLOSING,
    SOLVED,
    UNSOLVED,
    MERGED;

    /**
     * A desk puts a ticket aside for many reasons. That it waits for the customer is said only where the customer can see
     * why: the last word in the conversation is ours.
     *
     * @param inHand whether an agent holds the lock
     */
    static RequestState of(Status status, boolean inHand, boolean lastWordIsOurs) {
        return switch (status.model()) {
            case NEW -> RECEIVED;
            case IN_PROGRESS, OPEN -> inHand ? IN_HAND : OPEN;
            case PENDING_REMINDER -> lastWordIsOurs ? WAITING_FOR_YOU : ON_HOLD;
            case PENDING_CLOSE_SUCCESSFUL, PENDING_CLOSE_UNSUCCESSFUL -> CLOSING;
            case CLOSED_SUCCESSFUL -> SOLVED;
            case CLOSED_UNSUCCESSFUL -> UNSOLVED;
            case MERGED -> MERGED;
            case REMOVED -> throw new IllegalArgumentException("A removed ticket is nobody's request");
        };
    }

    /** Whether nothing more will happen unless somebody writes. */
    public boolean isOver() {
        return switch (this) {
            case SOLVED, UNSOLVED, MERGED -> true;
            case RECEIVED, OPEN, IN_HAND, WAITING_FOR_YOU, ON_HOLD, CLOSING -> false;
        };
    }

    /** Whether the customer may write; what was merged goes on elsewhere. */
    public boolean takesReplies() {
        return this != MERGED;
    }

    /** Whether it goes on when the customer writes, and not before. */
    public boolean isAnswerAwaited() {
        return this == WAITING_FOR_YOU;
    }

    /** The end of its message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
