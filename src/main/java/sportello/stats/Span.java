package sportello.stats;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The days of which a mailed report tells: the last whole ones before the day on which it is due. */
public enum Span {
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    public Period before(LocalDate day) {
        return switch (this) {
            case WEEK -> Period.weekBefore(day);
            case MONTH -> Period.monthBefore(day);
            case QUARTER -> Period.quarterBefore(day);
            case YEAR -> Period.yearBefore(day);
        };
    }

    /** As it stands in forms and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The span of a key that somebody sent. */
    public static Optional<Span> of(String key) {
        return Arrays.stream(values()).filter(span -> span.key().equals(key)).findFirst();
    }
}
