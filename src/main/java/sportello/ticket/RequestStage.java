package sportello.ticket;

import java.time.Instant;

/** The two halves of a customer's list: what is under way, the latest opened first, and what is over, the latest closed first. */
public enum RequestStage {
    UNDER_WAY("t.state_type in ('new', 'open', 'pending_reminder', 'pending_auto')", "t.created_at"),
    OVER("t.state_type in ('closed', 'merged')", "coalesce(t.closed_at, t.changed_at)");

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

    /** The moment by which the half is sorted. */
    String order() {
        return order;
    }

    RequestPlace placeOf(RequestLine line) {
        Instant closed = line.closedAt();
        return new RequestPlace(closed == null ? line.openedAt() : closed, line.number());
    }
}
