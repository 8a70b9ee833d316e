package sportello.ticket;

import java.time.Instant;

/**
 * The parts of a customer's list: what is under way, the latest opened first; what is over, the latest closed first; and
 * what went from there to the archive.
 */
public enum RequestStage {
    UNDER_WAY("t.state_type in ('new', 'open', 'pending_reminder', 'pending_auto')", "t.created_at"),
    OVER("t.state_type in ('closed', 'merged') and t.archived_at is null", RequestStage.CLOSED_AT),
    ARCHIVED("t.state_type in ('closed', 'merged') and t.archived_at is not null", RequestStage.CLOSED_AT);

    private static final String CLOSED_AT = "coalesce(t.closed_at, t.changed_at)";

    private final String condition;
    private final String order;

    RequestStage(String condition, String order) {
        this.condition = condition;
        this.order = order;
    }

    /** On {@code ticket t}, exactly as the partial indexes have it. */
    String condition() {
        return condition;
    }

    /** The moment by which the part is sorted. */
    String order() {
        return order;
    }

    RequestPlace placeOf(RequestLine line) {
        Instant closed = line.closedAt();
        return new RequestPlace(closed == null ? line.openedAt() : closed, line.number());
    }
}
