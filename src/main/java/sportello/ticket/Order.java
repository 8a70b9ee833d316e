package sportello.ticket;

/** How a list of tickets is sorted, and in which direction. */
public record Order(Sort by, boolean ascending) {
    public static final Order NEWEST_FIRST = new Order(Sort.CREATED, false);

    Order reversed() {
        return new Order(by, !ascending);
    }

    /** For {@code order by}: all columns in one direction, so that an index can be read either way. */
    String columns() {
        var direction = ascending ? " asc" : " desc";
        return String.join(direction + ", ", by.columns()) + direction;
    }

    /** True of the tickets that come after the place. */
    String after() {
        return "(" + String.join(", ", by.columns()) + ") " + (ascending ? ">" : "<") + " (" + by.place() + ")";
    }

    /** The place of a ticket in this order. */
    ListPlace placeOf(TicketRow row) {
        return switch (by) {
            case CREATED, TITLE, CUSTOMER, QUEUE, OWNER -> new ListPlace(0, row.createdAt(), row.id());
            case CHANGED -> new ListPlace(0, row.changedAt(), row.id());
            case PRIORITY -> new ListPlace(row.priority().level(), row.createdAt(), row.id());
        };
    }
}
