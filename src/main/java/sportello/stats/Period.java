package sportello.stats;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import sportello.base.Outcome;

/** A span of days, the first and the last included. */
public record Period(LocalDate first, LocalDate last) {
    private static final int USUAL = 30;
    private static final int LONGEST = 366;

    /** The last thirty days. */
    public static Period until(LocalDate today) {
        return new Period(today.minusDays(USUAL - 1), today);
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
