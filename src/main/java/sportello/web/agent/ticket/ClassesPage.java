package sportello.web.agent.ticket;

import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.ticket.OfferedClasses;
import sportello.ticket.TicketFile;
import sportello.ticket.WantedClasses;

/**
 * The choice of a ticket's type and service.
 *
 * @param chosen what is in the form
 */
public record ClassesPage(
        TicketFile ticket,
        OfferedClasses offered,
        WantedClasses chosen,
        @Nullable Refusal refusal) {}
