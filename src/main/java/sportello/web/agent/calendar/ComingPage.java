package sportello.web.agent.calendar;

import java.util.List;
import sportello.agent.AgentId;
import sportello.calendar.Appointment;
import sportello.ticket.TicketFile;

/** The coming appointments of a ticket. */
public record ComingPage(TicketFile ticket, List<Appointment> appointments, AgentId viewer) {

    public ComingPage {
        appointments = List.copyOf(appointments);
    }

    /** Whether the viewer may change it. */
    public boolean isOwn(Appointment appointment) {
        return appointment.agent().equals(viewer);
    }
}
