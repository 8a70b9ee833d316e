package sportello.ticket;

import java.time.Instant;

/** How a list of tickets is sorted, and in which direction. */
public record Order(Sort by, boolean ascending) {
    public static final Order NEWEST_FIRST = new Order(Sort.CREATED, false);

    Order reversed() {
        return new Order(by, !ascending);
    }

    /** Of {@code ticket t}, for {@code order by}: all columns in one direction, so that an index can be read either way. */
    public String columns() {
        var direction = ascending ? " asc" : " desc";
        return String.join(direction + ", ", by.columns()) + direction;
    }

    /** True of the tickets {@code t} that come after the place. */
    public String after() {
        return "(" + String.join(", ", by.columns()) + ") " + (ascending ? ">" : "<") + " (" + by.place() + ")";
    }

    ListPlace placeOf(TicketRow row) {
        return placeOf(row.id(), row.priority(), row.createdAt(), row.changedAt());
    }

    /** The place of a ticket in this order. */
    public ListPlace placeOf(TicketId ticket, Priority priority, Instant createdAt, Instant changedAt) {
        return switch (by) {
            case CREATED, TITLE, CUSTOMER, QUEUE, OWNER -> new ListPlace(0, createdAt, ticket);
            case CHANGED -> new ListPlace(0, changedAt, ticket);
            case PRIORITY -> new ListPlace(priority.level(), createdAt, ticket);
        };
    }
}
