package sportello.web.agent.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.ticket.Call;
import sportello.ticket.DraftFile;
import sportello.ticket.TicketFile;

/**
 * The form in which an agent writes down a telephone call.
 *
 * @param saved the files of the draft
 */
public record CallPage(
        Call call,
        TicketFile ticket,
        Typed typed,
        List<DraftFile> saved,
        Offer offer,
        @Nullable Refusal refusal) {

    public CallPage {
        saved = List.copyOf(saved);
    }
}
