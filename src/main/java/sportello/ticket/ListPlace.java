package sportello.ticket;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** A place in a list that runs from the newest to the oldest; the next page goes on after it. */
public record ListPlace(Instant createdAt, TicketId id) {
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    /** As it stands in addresses. */
    public String key() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, createdAt) + "-" + id.value();
    }

    /** The place of a key that somebody typed. */
    public static Optional<ListPlace> of(String key) {
        var match = SHAPE.matcher(key);
        if (!match.matches()) return Optional.empty();
        var micros = Long.parseLong(match.group(1));
        return Optional.of(new ListPlace(
                Instant.EPOCH.plus(micros, ChronoUnit.MICROS), new TicketId(Long.parseLong(match.group(2)))));
    }
}
