package sportello.worktime;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import sportello.base.CleanText;
import sportello.base.Outcome;

/**
 * Working hours as somebody writes them, and as the book tells of them.
 *
 * @param monday the parts of the day, such as {@code 8:00–12:30, 13:30–17:30}; empty for a day without work
 * @param daysOff each such as {@code 07/12}, or {@code 24/12/2026} for that year only
 */
public record TypedHours(
        String name,
        String zone,
        String monday,
        String tuesday,
        String wednesday,
        String thursday,
        String friday,
        String saturday,
        String sunday,
        boolean italianHolidays,
        List<String> daysOff,
        boolean standard,
        boolean valid) {
    /** Of a name, in characters. */
    public static final int LONGEST = 100;

    public TypedHours {
        daysOff = List.copyOf(daysOff);
    }

    public static TypedHours of(HoursDetails details) {
        var hours = details.hours();
        var week = hours.week();
        return new TypedHours(
                details.name(),
                hours.zone().getId(),
                week.line(DayOfWeek.MONDAY),
                week.line(DayOfWeek.TUESDAY),
                week.line(DayOfWeek.WEDNESDAY),
                week.line(DayOfWeek.THURSDAY),
                week.line(DayOfWeek.FRIDAY),
                week.line(DayOfWeek.SATURDAY),
                week.line(DayOfWeek.SUNDAY),
                hours.daysOff().italian(),
                hours.daysOff().lines(),
                details.standard(),
                details.valid());
    }

    /** From Monday on. */
    public List<String> days() {
        return List.of(monday, tuesday, wednesday, thursday, friday, saturday, sunday);
    }

    /** What is kept of them; refuses what are none. */
    Outcome<HoursDetails> read() {
        var line = CleanText.line(name);
        if (CleanText.isBlank(line)) return Outcome.refused("hours.name");
        if (line.length() > LONGEST) return Outcome.refused("hours.long", LONGEST, line.length());
        if (!ZoneId.getAvailableZoneIds().contains(zone)) return Outcome.refused("hours.zone", zone);
        if (standard && !valid) return Outcome.refused("hours.standard");
        return Week.read(days())
                .then(week -> week.spans().isEmpty()
                        ? Outcome.refused("hours.empty")
                        : DaysOff.read(italianHolidays, daysOff)
                                .then(off -> Outcome.done(new HoursDetails(
                                        line, new WorkingHours(ZoneId.of(zone), week, off), standard, valid))));
    }
}
