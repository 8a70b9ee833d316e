package sportello.web.agent.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Gatherers;
import sportello.agent.AgentId;
import sportello.calendar.Appointment;

/**
 * A month or a week of the calendar.
 *
 * @param day the day around which it is shown
 * @param days all days shown, in whole weeks
 */
public record CalendarPage(Span span, LocalDate day, List<Day> days, AgentId viewer) {

    public CalendarPage {
        days = List.copyOf(days);
    }

    /**
     * One day with what touches it.
     *
     * @param outside whether it belongs to the month before or after
     */
    public record Day(LocalDate date, boolean today, boolean outside, List<Appointment> appointments) {

        public Day {
            appointments = List.copyOf(appointments);
        }
    }

    static CalendarPage of(
            Span span, LocalDate day, LocalDate today, List<Appointment> appointments, ZoneId zone, AgentId viewer) {
        var days = span.first(day)
                .datesUntil(span.last(day).plusDays(1))
                .map(date -> new Day(
                        date,
                        date.equals(today),
                        span == Span.MONTH && date.getMonth() != day.getMonth(),
                        appointments.stream()
                                .filter(appointment -> touches(appointment, date, zone))
                                .toList()))
                .toList();
        return new CalendarPage(span, day, days, viewer);
    }

    private static boolean touches(Appointment appointment, LocalDate date, ZoneId zone) {
        return appointment.begins().isBefore(date.plusDays(1).atStartOfDay(zone).toInstant())
                && appointment.ends().isAfter(date.atStartOfDay(zone).toInstant());
    }

    public List<List<Day>> weeks() {
        return days.stream().gather(Gatherers.windowFixed(7)).toList();
    }

    public List<Span> spans() {
        return List.of(Span.values());
    }

    public boolean isEmpty() {
        return days.stream().allMatch(shown -> shown.appointments().isEmpty());
    }

    /** Whether the viewer may change it. */
    public boolean isOwn(Appointment appointment) {
        return appointment.agent().equals(viewer);
    }

    public String address(Span wanted) {
        return address(wanted, day);
    }

    public String before() {
        return address(span, span.before(day));
    }

    public String after() {
        return address(span, span.after(day));
    }

    private static String address(Span span, LocalDate day) {
        return "/calendar?view=" + span.key() + "&day=" + day;
    }
}
