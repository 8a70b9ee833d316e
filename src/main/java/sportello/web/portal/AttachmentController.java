package sportello.web.portal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer.CustomerViewer;
import sportello.storage.Files;
import sportello.ticket.Requests;
import sportello.ticket.TicketNumber;
import sportello.web.Download;
import sportello.web.NotFound;

@Controller
class AttachmentController {
    private final Requests requests;
    private final Files files;

    AttachmentController(Requests requests, Files files) {
        this.requests = requests;
        this.files = files;
    }

    @GetMapping("/portal/requests/{number}/attachments/{id}")
    View show(@PathVariable TicketNumber number, @PathVariable long id, CustomerViewer viewer) {
        var file = requests.file(number, id, viewer).orElseThrow(NotFound::new);
        return new Download(file.name(), file.mediaType(), file.size(), () -> files.open(file.hash()));
    }
}
