package sportello.web.admin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * From one day to another, as it was typed; what is no day is no limit.
 *
 * @param since the first day
 * @param until the last day
 */
record Days(String since, String until) {

    @Nullable Instant begin(ZoneId zone) {
        return begin(day(since), zone);
    }

    /** The moment after the last day. */
    @Nullable Instant end(ZoneId zone) {
        var last = day(until);
        return begin(last == null ? null : last.plusDays(1), zone);
    }

    private static @Nullable Instant begin(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
