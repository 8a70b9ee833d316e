package sportello.worktime;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;

/** The days that the law makes holidays in all of Italy; that of the local patron is not among them. */
final class ItalianHolidays {
    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(Month.JANUARY, 1),
            MonthDay.of(Month.JANUARY, 6),
            MonthDay.of(Month.APRIL, 25),
            MonthDay.of(Month.MAY, 1),
            MonthDay.of(Month.JUNE, 2),
            MonthDay.of(Month.AUGUST, 15),
            MonthDay.of(Month.NOVEMBER, 1),
            MonthDay.of(Month.DECEMBER, 8),
            MonthDay.of(Month.DECEMBER, 25),
            MonthDay.of(Month.DECEMBER, 26));

    /** Saint Francis is a holiday by the law 151 of 2025. */
    private static final MonthDay FRANCIS = MonthDay.of(Month.OCTOBER, 4);

    private static final int FIRST_FRANCIS = 2026;

    private ItalianHolidays() {}

    static boolean cover(LocalDate day) {
        var date = MonthDay.from(day);
        if (FIXED.contains(date)) return true;
        if (date.equals(FRANCIS)) return day.getYear() >= FIRST_FRANCIS;
        var easter = easter(day.getYear());
        return day.equals(easter) || day.equals(easter.plusDays(1));
    }

    /** The Sunday after the first full moon of spring, as the Gregorian calendar reckons it. */
    static LocalDate easter(int year) {
        var golden = year % 19;
        var century = year / 100;
        var moon = (19 * golden + century - century / 4 - (8 * century + 13) / 25 + 15) % 30;
        var full = moon - moon / 28 * (1 - 29 / (moon + 1) * ((21 - golden) / 11));
        var weekday = (year + year / 4 + full + 2 - century + century / 4) % 7;
        return LocalDate.of(year, Month.MARCH, 28).plusDays(full - weekday);
    }
}
