package sportello.web.agent.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import sportello.base.Outcome;
import sportello.calendar.Appointment;
import sportello.calendar.Plan;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;

/**
 * An appointment as somebody types it: days and hours apart, and kept as they are until they are in order.
 *
 * @param allDay null where the box is not ticked
 */
public record AppointmentForm(
        String title,
        String place,
        String beginDay,
        String beginHour,
        String endDay,
        String endHour,
        @Nullable Boolean allDay,
        String ticket,
        String note) {

    public AppointmentForm(
            @Nullable String title,
            @Nullable String place,
            @Nullable String beginDay,
            @Nullable String beginHour,
            @Nullable String endDay,
            @Nullable String endHour,
            @Nullable Boolean allDay,
            @Nullable String ticket,
            @Nullable String note) {
        this.title = orEmpty(title);
        this.place = orEmpty(place);
        this.beginDay = orEmpty(beginDay);
        this.beginHour = orEmpty(beginHour);
        this.endDay = orEmpty(endDay);
        this.endHour = orEmpty(endHour);
        this.allDay = allDay;
        this.ticket = orEmpty(ticket);
        this.note = orEmpty(note);
    }

    private static String orEmpty(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** The form before anything was typed: the next whole hour. */
    static AppointmentForm blank(LocalDate day, LocalTime now, String title, String ticket) {
        var begin = day.atTime(now).truncatedTo(ChronoUnit.HOURS).plusHours(1);
        var end = begin.plusHours(1);
        return new AppointmentForm(
                title,
                "",
                begin.toLocalDate().toString(),
                begin.toLocalTime().toString(),
                end.toLocalDate().toString(),
                end.toLocalTime().toString(),
                null,
                ticket,
                "");
    }

    /** The form of an appointment that is there; of one that fills its days it shows the last day, not the one after. */
    static AppointmentForm of(Appointment appointment, ZoneId zone) {
        var begin = appointment.begins().atZone(zone);
        var end = (appointment.allDay() ? appointment.ends().minusSeconds(1) : appointment.ends()).atZone(zone);
        var ticket = appointment.ticket();
        return new AppointmentForm(
                appointment.title(),
                appointment.place(),
                begin.toLocalDate().toString(),
                appointment.allDay() ? "" : hour(begin.toLocalTime()),
                end.toLocalDate().toString(),
                appointment.allDay() ? "" : hour(end.toLocalTime()),
                appointment.allDay() ? true : null,
                ticket == null ? "" : ticket.value(),
                appointment.note());
    }

    private static String hour(LocalTime time) {
        return time.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    public boolean isAllDay() {
        return Boolean.TRUE.equals(allDay);
    }

    Outcome<Plan> read(ZoneId zone) {
        return Title.of(title).then(named -> {
            try {
                var number = ticket.isEmpty() ? null : new TicketNumber(ticket);
                return Plan.of(named, place, note, begins(zone), ends(zone), isAllDay(), number);
            } catch (DateTimeException odd) {
                return Outcome.refused("appointment.when");
            } catch (IllegalArgumentException odd) {
                return Outcome.refused("appointment.no_ticket", ticket);
            }
        });
    }

    private Instant begins(ZoneId zone) {
        var day = LocalDate.parse(beginDay);
        return isAllDay()
                ? day.atStartOfDay(zone).toInstant()
                : day.atTime(LocalTime.parse(beginHour)).atZone(zone).toInstant();
    }

    private Instant ends(ZoneId zone) {
        var day = LocalDate.parse(endDay.isEmpty() ? beginDay : endDay);
        return isAllDay()
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : day.atTime(LocalTime.parse(endHour)).atZone(zone).toInstant();
    }
}
