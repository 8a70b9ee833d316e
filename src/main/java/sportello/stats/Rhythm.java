package sportello.stats;

import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * When a report is sent, by the clock of the house.
 *
 * @param day of the week from Monday, or of the month
 */
public record Rhythm(Every every, int day, int hour) {
    private static final int HOURS = 24;

    /** How often. */
    public enum Every {
        WEEK(ChronoUnit.WEEKS, 7),
        /** The last days are not in every month. */
        MONTH(ChronoUnit.MONTHS, 28);

        private final ChronoUnit step;
        private final int days;

        Every(ChronoUnit step, int days) {
            this.step = step;
            this.days = days;
        }

        /** How many days there are to choose from. */
        public int days() {
            return days;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isPossible() {
        return day >= 1 && day <= every.days() && hour >= 0 && hour < HOURS;
    }

    /** The first time after the moment. */
    ZonedDateTime after(Instant moment, ZoneId zone) {
        return around(moment, zone)
                .filter(time -> time.toInstant().isAfter(moment))
                .findFirst()
                .orElseThrow();
    }

    /** The latest time that is over at the moment. */
    ZonedDateTime until(Instant moment, ZoneId zone) {
        return around(moment, zone)
                .filter(time -> !time.toInstant().isAfter(moment))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private Stream<ZonedDateTime> around(Instant moment, ZoneId zone) {
        var today = moment.atZone(zone).toLocalDate();
        var near = every == Every.WEEK ? today.with(previousOrSame(DayOfWeek.of(day))) : today.withDayOfMonth(day);
        return Stream.of(-1, 0, 1)
                .map(steps -> near.plus(steps, every.step).atTime(hour, 0).atZone(zone));
    }
}
