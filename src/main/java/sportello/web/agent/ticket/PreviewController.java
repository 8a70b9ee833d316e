package sportello.web.agent.ticket;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer.AgentViewer;
import sportello.storage.Files;
import sportello.ticket.ArticleId;
import sportello.ticket.AttachedFile;
import sportello.ticket.TicketFiles;
import sportello.web.NotFound;
import sportello.web.Views;

/** Attachments to be looked at: a page around the file, and the file's bytes in a cage. */
@Controller
class PreviewController {
    private static final String POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none';" + " frame-ancestors 'self'; sandbox";

    private final TicketFiles tickets;
    private final Files files;
    private final Views views;

    PreviewController(TicketFiles tickets, Files files, Views views) {
        this.tickets = tickets;
        this.files = files;
        this.views = views;
    }

    @GetMapping("/articles/{id}/attachments/{position}/view")
    View show(@PathVariable long id, @PathVariable int position, AgentViewer viewer) {
        var article = new ArticleId(id);
        var file = find(article, position, viewer);
        var ticket = tickets.numberOf(article, viewer).orElseThrow(NotFound::new);
        return views.show("agent/ticket/preview", new PreviewPage(ticket, article, file, preview(file)));
    }

    /** Whatever the file claims to be, it is sent as what it is, and never as anything in which a script could run. */
    @GetMapping("/articles/{id}/attachments/{position}/preview")
    View preview(@PathVariable long id, @PathVariable int position, AgentViewer viewer) {
        var file = find(new ArticleId(id), position, viewer);
        var preview = preview(file);
        if (preview == Preview.NONE) throw new NotFound();
        return (model, request, response) -> {
            response.setContentType(preview.mediaType());
            response.setContentLengthLong(file.size());
            response.setHeader("Content-Disposition", "inline");
            response.setHeader("Content-Security-Policy", POLICY);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cache-Control", "private, no-store");
            try (var bytes = files.open(file.hash())) {
                bytes.transferTo(response.getOutputStream());
            }
        };
    }

    private AttachedFile find(ArticleId article, int position, AgentViewer viewer) {
        return tickets.file(article, position, viewer).orElseThrow(NotFound::new);
    }

    private Preview preview(AttachedFile file) {
        if (!Preview.isPromised(file)) return Preview.NONE;
        try (var bytes = files.open(file.hash())) {
            return Preview.of(file, bytes.readNBytes(Preview.HEAD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
