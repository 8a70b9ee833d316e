package sportello.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.ticket.TicketNumber;

/**
 * An appointment as somebody sees it.
 *
 * @param allDay whether it fills its days, so that nobody asks for the hour
 * @param agentName whose it is
 * @param ticket for which it is made, null where there is none that the viewer sees
 */
public record Appointment(
        AppointmentId id,
        String title,
        String place,
        String note,
        Instant begins,
        Instant ends,
        boolean allDay,
        AgentId agent,
        String agentName,
        @Nullable TicketNumber ticket) {}
