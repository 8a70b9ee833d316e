package sportello.worktime;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sportello.base.Outcome;

/**
 * The days on which nobody works, whatever the week says.
 *
 * @param italian whether the Italian holidays are among them
 * @param yearly the same day of every year, such as that of the local patron
 * @param once this day only
 */
public record DaysOff(boolean italian, Set<MonthDay> yearly, Set<LocalDate> once) {
    /** Of one kind. */
    static final int MOST = 400;

    static final DaysOff NONE = new DaysOff(false, Set.of(), Set.of());

    private static final Pattern TYPED = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})(?:[/.-]([12]\\d{3}))?");

    public DaysOff {
        yearly = Set.copyOf(yearly);
        once = Set.copyOf(once);
    }

    public boolean covers(LocalDate day) {
        return once.contains(day) || yearly.contains(MonthDay.from(day)) || italian && ItalianHolidays.cover(day);
    }

    /** Single days as they are read, those of every year first: {@code 07/12}, {@code 24/12/2026}. */
    public List<String> lines() {
        return Stream.concat(
                        yearly.stream()
                                .sorted()
                                .map(day -> "%02d/%02d".formatted(day.getDayOfMonth(), day.getMonthValue())),
                        once.stream()
                                .sorted()
                                .map(day -> "%02d/%02d/%04d"
                                        .formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear())))
                .toList();
    }

    /** @param lines what somebody typed, a day each; with a year for that one only */
    static Outcome<DaysOff> read(boolean italian, List<String> lines) {
        var yearly = new HashSet<MonthDay>();
        var once = new HashSet<LocalDate>();
        for (var line : lines) {
            if (!line.isBlank() && !take(line.strip(), yearly, once)) return Outcome.refused("hours.day_off", line);
        }
        return Math.max(yearly.size(), once.size()) > MOST
                ? Outcome.refused("hours.many_days_off", MOST)
                : Outcome.done(new DaysOff(italian, yearly, once));
    }

    /** False if it is no day. */
    private static boolean take(String line, Set<MonthDay> yearly, Set<LocalDate> once) {
        var parts = TYPED.matcher(line);
        if (!parts.matches()) return false;
        try {
            var day = MonthDay.of(Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(1)));
            var year = parts.group(3);
            if (year == null) yearly.add(day);
            else once.add(LocalDate.of(Integer.parseInt(year), day.getMonth(), day.getDayOfMonth()));
            return true;
        } catch (DateTimeException none) {
            return false;
        }
    }
}
