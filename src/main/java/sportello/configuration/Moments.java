package sportello.configuration;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moments as documents write them, {@code 2026-12-24T08:00:00Z}, each in one way only; nothing for none. */
final class Moments {
    private Moments() {}

    static String text(@Nullable Instant moment) {
        return moment == null ? "" : moment.toString();
    }

    static Optional<Instant> read(String text) {
        try {
            return Optional.of(Instant.parse(text))
                    .filter(moment -> moment.toString().equals(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** Whether it is one, or nothing. */
    static boolean isKnown(String text) {
        return text.isEmpty() || read(text).isPresent();
    }
}
