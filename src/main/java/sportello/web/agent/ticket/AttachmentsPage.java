package sportello.web.agent.ticket;

import java.util.List;
import sportello.ticket.SharedFile;
import sportello.ticket.TicketFile;

/** All files of a ticket, newest article first. */
public record AttachmentsPage(TicketFile ticket, List<SharedFile> files) {

    public AttachmentsPage {
        files = List.copyOf(files);
    }
}
