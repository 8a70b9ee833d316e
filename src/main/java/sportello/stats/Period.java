package sportello.stats;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import sportello.base.Outcome;

/** A span of days, the first and the last included. */
public record Period(LocalDate first, LocalDate last) {
    private static final int USUAL = 30;
    private static final int LONGEST = 366;
    private static final int QUARTER = 3;
    private static final int YEAR = 12;

    /** The last thirty days. */
    public static Period until(LocalDate today) {
        return new Period(today.minusDays(USUAL - 1), today);
    }

    /** As much as is over of the month. */
    public static Period monthUntil(LocalDate today) {
        return new Period(today.withDayOfMonth(1), today);
    }

    /** From Monday to Sunday. */
    public static Period weekBefore(LocalDate today) {
        var monday = today.with(WeekFields.ISO.dayOfWeek(), 1).minusWeeks(1);
        return new Period(monday, monday.plusWeeks(1).minusDays(1));
    }

    public static Period monthBefore(LocalDate today) {
        return months(today.withDayOfMonth(1).minusMonths(1), 1);
    }

    public static Period quarterBefore(LocalDate today) {
        return months(quarter(today).minusMonths(QUARTER), QUARTER);
    }

    public static Period quarterUntil(LocalDate today) {
        return new Period(quarter(today), today);
    }

    public static Period yearUntil(LocalDate today) {
        return new Period(today.withDayOfYear(1), today);
    }

    public static Period yearBefore(LocalDate today) {
        return months(today.withDayOfYear(1).minusMonths(YEAR), YEAR);
    }

    private static LocalDate quarter(LocalDate day) {
        return day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % QUARTER);
    }

    private static Period months(LocalDate first, int months) {
        return new Period(first, first.plusMonths(months).minusDays(1));
    }

    /** The same length just before: as many months where it is whole months, otherwise as many days. */
    public Period before() {
        var whole = first.getDayOfMonth() == 1 && last.plusDays(1).getDayOfMonth() == 1;
        var begin =
                whole ? first.minusMonths(ChronoUnit.MONTHS.between(first, last.plusDays(1))) : first.minusDays(days());
        return new Period(begin, first.minusDays(1));
    }

    public int days() {
        return (int) ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** The day with which the next step begins: weeks begin on Monday, months on their first. */
    LocalDate next(LocalDate day, ChronoUnit step) {
        return switch (step) {
            case WEEKS -> day.with(WeekFields.ISO.dayOfWeek(), 1).plusWeeks(1);
            case MONTHS -> day.with(TemporalAdjusters.firstDayOfNextMonth());
            default -> day.plusDays(1);
        };
    }

    Moments moments(ZoneId zone) {
        return new Moments(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant(),
                zone);
    }

    /** As somebody typed it; where nothing was typed, the usual one. */
    public static Outcome<Period> typed(String first, String last, LocalDate today) {
        var usual = until(today);
        if (first.isBlank() && last.isBlank()) return Outcome.done(usual);
        try {
            var end = last.isBlank() ? today : LocalDate.parse(last.strip());
            var begin = first.isBlank() ? until(end).first() : LocalDate.parse(first.strip());
            return of(begin, end);
        } catch (DateTimeParseException e) {
            return Outcome.refused("reports.date");
        }
    }

    private static Outcome<Period> of(LocalDate begin, LocalDate end) {
        if (end.isBefore(begin)) return Outcome.refused("reports.order");
        if (ChronoUnit.DAYS.between(begin, end) >= LONGEST) return Outcome.refused("reports.long", LONGEST);
        return Outcome.done(new Period(begin, end));
    }
}
