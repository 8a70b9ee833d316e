package sportello.web.agent.ticket;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The days until which tickets wait most often, by one click, on the clock of whoever clicks. */
public enum QuickDay {
    TWO_HOURS,
    TOMORROW,
    MONDAY;

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    ZonedDateTime after(ZonedDateTime now) {
        return switch (this) {
            case TWO_HOURS -> now.plusHours(2);
            case TOMORROW -> now.plusDays(1).with(MORNING);
            case MONDAY -> now.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(MORNING);
        };
    }

    /** As forms and messages call it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<QuickDay> of(String key) {
        return Arrays.stream(values()).filter(day -> day.key().equals(key)).findFirst();
    }
}
