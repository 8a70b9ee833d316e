package sportello.web.agent.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.agent.Agent;
import sportello.base.Refusal;
import sportello.ticket.DraftFile;
import sportello.ticket.TicketFile;

/**
 * The form in which an agent writes a note.
 *
 * @param agents for whom it can be meant
 * @param saved the files of the draft
 * @param offer the templates that fit
 * @param mayGoOn whether the viewer can say what becomes of the ticket
 */
public record NotePage(
        TicketFile ticket,
        Typed typed,
        List<Agent> agents,
        List<DraftFile> saved,
        Offer offer,
        boolean mayGoOn,
        @Nullable Refusal refusal) {

    public NotePage {
        agents = List.copyOf(agents);
        saved = List.copyOf(saved);
    }
}
