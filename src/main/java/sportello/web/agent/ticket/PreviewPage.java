package sportello.web.agent.ticket;

import sportello.print.PdfPages;
import sportello.ticket.ArticleId;
import sportello.ticket.AttachedFile;
import sportello.ticket.TicketNumber;

/**
 * A file to be looked at.
 *
 * @param pages how many it has, 0 if it has none
 */
public record PreviewPage(TicketNumber ticket, ArticleId article, AttachedFile file, Preview preview, int pages) {

    /** The pages that are shown, from 1 on. */
    public int shown() {
        return Math.min(pages, PdfPages.MOST);
    }

    /** Where the file itself is. */
    public String address() {
        return "/articles/" + article.value() + "/attachments/" + file.position();
    }
}
