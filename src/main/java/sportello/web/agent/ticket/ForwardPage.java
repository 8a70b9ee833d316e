package sportello.web.agent.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.ticket.AttachedFile;
import sportello.ticket.DraftFile;
import sportello.ticket.TicketFile;

/**
 * The form in which an agent forwards an article.
 *
 * @param files the article's, to choose from
 * @param kept files that are here already and can go along
 * @param saved the files of the draft
 * @param offer the templates that fit
 * @param secrecy what becomes of what came encrypted
 */
public record ForwardPage(
        TicketFile ticket,
        Typed typed,
        List<AttachedFile> files,
        List<AttachedFile> kept,
        List<DraftFile> saved,
        Offer offer,
        Secrecy secrecy,
        @Nullable Refusal refusal) {

    public ForwardPage {
        files = List.copyOf(files);
        kept = List.copyOf(kept);
        saved = List.copyOf(saved);
    }
}
