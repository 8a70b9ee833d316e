package sportello.ticket;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in a sorted list; the next page goes on after it.
 *
 * @param priority the level where the list is sorted by it, else 0
 * @param at when the ticket was created, or changed where the list is sorted by that
 */
public record ListPlace(int priority, Instant at, TicketId id) {
    private static final Pattern SHAPE = Pattern.compile("(?:([1-5])-)?(\\d{1,18})-(\\d{1,18})");

    /** As it stands in addresses. */
    public String key() {
        var key = ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id.value();
        return priority == 0 ? key : priority + "-" + key;
    }

    /** The place of a key that somebody typed. */
    public static Optional<ListPlace> of(String key) {
        var match = SHAPE.matcher(key);
        if (!match.matches()) return Optional.empty();
        var priority = match.group(1) == null ? 0 : Integer.parseInt(match.group(1));
        var micros = Long.parseLong(match.group(2));
        return Optional.of(new ListPlace(
                priority, Instant.EPOCH.plus(micros, ChronoUnit.MICROS), new TicketId(Long.parseLong(match.group(3)))));
    }
}
