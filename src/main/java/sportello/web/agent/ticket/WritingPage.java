package sportello.web.agent.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.ticket.AttachedFile;
import sportello.ticket.DraftFile;
import sportello.ticket.TicketFile;

/**
 * A form in which an agent writes on a ticket: a note, an answer, a closing.
 *
 * @param kept files that are here already and can go along
 * @param saved the files of the draft
 * @param offer the templates that fit
 * @param secrecy what becomes of what came encrypted
 */
public record WritingPage(
        TicketFile ticket,
        Typed typed,
        List<AttachedFile> kept,
        List<DraftFile> saved,
        Offer offer,
        Secrecy secrecy,
        @Nullable Refusal refusal) {

    public WritingPage {
        kept = List.copyOf(kept);
        saved = List.copyOf(saved);
    }

    /** One that begins with no files. */
    public WritingPage(TicketFile ticket, Typed typed, Offer offer, @Nullable Refusal refusal) {
        this(ticket, typed, List.of(), List.of(), offer, Secrecy.NONE, refusal);
    }
}
