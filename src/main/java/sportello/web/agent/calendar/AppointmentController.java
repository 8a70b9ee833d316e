package sportello.web.agent.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.base.Outcome;
import sportello.calendar.Appointing;
import sportello.calendar.AppointmentId;
import sportello.calendar.Appointments;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.TicketFiles;
import sportello.ticket.TicketNumber;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
class AppointmentController {
    private static final String TEMPLATE = "agent/calendar/appointment";

    private final Appointments appointments;
    private final Appointing appointing;
    private final TicketFiles tickets;
    private final Views views;
    private final Clock clock;

    AppointmentController(
            Appointments appointments, Appointing appointing, TicketFiles tickets, Views views, Clock clock) {
        this.appointments = appointments;
        this.appointing = appointing;
        this.tickets = tickets;
        this.views = views;
        this.clock = clock;
    }

    /** @param ticket for which it shall be */
    @GetMapping("/calendar/appointments/new")
    View fresh(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable TicketNumber ticket,
            AgentViewer viewer) {
        var now = clock.instant().atZone(viewer.zone());
        var begin = day == null || day.equals(now.toLocalDate()) ? now.toLocalTime() : LocalTime.of(8, 0);
        var title = ticket == null
                ? ""
                : tickets.find(ticket, viewer).orElseThrow(NotFound::new).title();
        var form = AppointmentForm.blank(
                day == null ? now.toLocalDate() : day, begin, title, ticket == null ? "" : ticket.value());
        return views.show(TEMPLATE, new AppointmentPage(null, form, null));
    }

    @PostMapping("/calendar/appointments")
    View create(@ModelAttribute AppointmentForm form, AgentViewer viewer) {
        var outcome = form.read(viewer.zone()).then(plan -> appointing.make(plan, viewer));
        return answer(outcome, null, form, Notice.of("notice.appointment.made"));
    }

    @GetMapping("/calendar/appointments/{id}/edit")
    View edit(@PathVariable long id, AgentViewer viewer) {
        var appointment = appointments.own(new AppointmentId(id), viewer).orElseThrow(NotFound::new);
        return views.show(
                TEMPLATE, new AppointmentPage(appointment.id(), AppointmentForm.of(appointment, viewer.zone()), null));
    }

    @PostMapping("/calendar/appointments/{id}")
    View update(@PathVariable long id, @ModelAttribute AppointmentForm form, AgentViewer viewer) {
        var own = appointments.own(new AppointmentId(id), viewer).orElseThrow(NotFound::new);
        var outcome = form.read(viewer.zone()).then(plan -> appointing.change(own.id(), plan, viewer));
        return answer(outcome, own.id(), form, Notice.of("notice.appointment.changed"));
    }

    @PostMapping("/calendar/appointments/{id}/cancellation")
    View cancel(@PathVariable long id, AgentViewer viewer) {
        if (!appointing.cancel(new AppointmentId(id), viewer)) throw new NotFound();
        return views.redirect("/calendar", Notice.of("notice.appointment.cancelled"));
    }

    /** Back to where it was made: to its ticket, or to its month. */
    private View answer(
            Outcome<AppointmentId> outcome, @Nullable AppointmentId id, AppointmentForm form, Notice notice) {
        return switch (outcome) {
            case Outcome.Done<AppointmentId> _ ->
                views.redirect(
                        form.ticket().isEmpty() ? "/calendar?day=" + form.beginDay() : "/tickets/" + form.ticket(),
                        notice);
            case Outcome.Refused<AppointmentId>(var why) ->
                views.show(HttpStatus.UNPROCESSABLE_CONTENT, TEMPLATE, new AppointmentPage(id, form, why));
        };
    }
}
