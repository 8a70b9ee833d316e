package sportello.web.agent.ticket;

import sportello.ticket.ArticleId;
import sportello.ticket.AttachedFile;
import sportello.ticket.TicketNumber;

/** A file to be looked at. */
public record PreviewPage(TicketNumber ticket, ArticleId article, AttachedFile file, Preview preview) {

    /** Where the file itself is. */
    public String address() {
        return "/articles/" + article.value() + "/attachments/" + file.position();
    }
}
