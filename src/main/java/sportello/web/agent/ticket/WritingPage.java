package sportello.web.agent.ticket;

import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.ticket.TicketFile;

/** A form in which an agent writes on a ticket: a note, an answer, a closing. */
public record WritingPage(
        TicketFile ticket, Typed typed, @Nullable Refusal refusal) {}
