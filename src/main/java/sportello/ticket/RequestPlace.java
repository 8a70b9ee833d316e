package sportello.ticket;

import java.time.DateTimeException;
import java.time.Instant;

/** A place in a list of requests, from which the list goes on. It survives what happens to the list meanwhile. */
public record RequestPlace(Instant at, TicketNumber number) {
    private static final String SEPARATOR = "_";

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static RequestPlace of(String text) {
        var parts = text.split(SEPARATOR, 2);
        if (parts.length != 2) throw new IllegalArgumentException("not a place in a list");
        try {
            return new RequestPlace(Instant.parse(parts[0]), new TicketNumber(parts[1]));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a place in a list", e);
        }
    }

    @Override
    public String toString() {
        return at + SEPARATOR + number;
    }
}
