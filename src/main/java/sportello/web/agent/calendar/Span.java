package sportello.web.agent.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How much of the calendar is shown at once. Weeks begin on Monday. */
public enum Span {
    MONTH,
    WEEK;

    static Span of(String key) {
        return key.equals(WEEK.key()) ? WEEK : MONTH;
    }

    /** As in addresses and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    LocalDate first(LocalDate day) {
        var from = this == MONTH ? day.withDayOfMonth(1) : day;
        return from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    LocalDate last(LocalDate day) {
        var to = this == MONTH ? day.with(TemporalAdjusters.lastDayOfMonth()) : day;
        return to.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    LocalDate before(LocalDate day) {
        return this == MONTH ? day.minusMonths(1).withDayOfMonth(1) : day.minusWeeks(1);
    }

    LocalDate after(LocalDate day) {
        return this == MONTH ? day.plusMonths(1).withDayOfMonth(1) : day.plusWeeks(1);
    }
}
