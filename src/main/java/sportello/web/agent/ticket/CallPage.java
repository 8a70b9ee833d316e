package sportello.web.agent.ticket;

import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.ticket.Call;
import sportello.ticket.TicketFile;

/** The form in which an agent writes down a telephone call. */
public record CallPage(
        Call call,
        TicketFile ticket,
        Typed typed,
        Offer offer,
        @Nullable Refusal refusal) {}
