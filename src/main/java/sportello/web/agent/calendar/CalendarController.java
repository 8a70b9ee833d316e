package sportello.web.agent.calendar;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.calendar.Appointments;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.TicketFiles;
import sportello.ticket.TicketNumber;
import sportello.web.NotFound;
import sportello.web.Views;

@Controller
class CalendarController {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9000;

    private final Appointments appointments;
    private final TicketFiles tickets;
    private final Views views;
    private final Clock clock;

    CalendarController(Appointments appointments, TicketFiles tickets, Views views, Clock clock) {
        this.appointments = appointments;
        this.tickets = tickets;
        this.views = views;
        this.clock = clock;
    }

    /** @param day a day in what is shown, today if nothing is said */
    @GetMapping("/calendar")
    View show(
            @RequestParam(defaultValue = "month") String view,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
            AgentViewer viewer) {
        var today = LocalDate.ofInstant(clock.instant(), viewer.zone());
        var around = day == null || day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR ? today : day;
        var span = Span.of(view);
        var shown = appointments.between(span.first(around), span.last(around), viewer);
        return views.show(
                "agent/calendar/calendar", CalendarPage.of(span, around, today, shown, viewer.zone(), viewer.id()));
    }

    /** What is coming for one ticket. */
    @GetMapping("/tickets/{number}/appointments")
    View ofTicket(@PathVariable TicketNumber number, AgentViewer viewer) {
        var ticket = tickets.find(number, viewer).orElseThrow(NotFound::new);
        return views.show(
                "agent/calendar/coming", new ComingPage(ticket, appointments.comingFor(ticket, viewer), viewer.id()));
    }
}
