package sportello.web.agent.ticket;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer.AgentViewer;
import sportello.print.PdfPages;
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
    private final PdfPages pdf;
    private final Views views;

    PreviewController(TicketFiles tickets, Files files, PdfPages pdf, Views views) {
        this.tickets = tickets;
        this.files = files;
        this.pdf = pdf;
        this.views = views;
    }

    @GetMapping("/articles/{id}/attachments/{position}/view")
    View show(@PathVariable long id, @PathVariable int position, AgentViewer viewer) {
        var article = new ArticleId(id);
        var file = find(article, position, viewer);
        var ticket = tickets.numberOf(article, viewer).orElseThrow(NotFound::new);
        var preview = preview(file);
        var pages = preview == Preview.PDF ? pdf.count(bytes(file)) : 0;
        var shown = preview == Preview.PDF && pages == 0 ? Preview.NONE : preview;
        return views.show("agent/ticket/preview", new PreviewPage(ticket, article, file, shown, pages));
    }

    /**
     * Whatever the file claims to be, it is sent as what it is, and never as anything in which a script could run.
     *
     * @param page of a document, which is drawn
     */
    @GetMapping("/articles/{id}/attachments/{position}/preview")
    View preview(
            @PathVariable long id,
            @PathVariable int position,
            @RequestParam(defaultValue = "1") int page,
            AgentViewer viewer) {
        var file = find(new ArticleId(id), position, viewer);
        var preview = preview(file);
        if (preview == Preview.NONE) throw new NotFound();
        if (preview != Preview.PDF) return caged(preview, file.size(), () -> files.open(file.hash()));
        var drawn = pdf.page(bytes(file), page).orElseThrow(NotFound::new);
        return caged(preview, drawn.length, () -> new ByteArrayInputStream(drawn));
    }

    private static View caged(Preview preview, long size, Supplier<InputStream> content) {
        return (model, request, response) -> {
            response.setContentType(preview.mediaType());
            response.setContentLengthLong(size);
            response.setHeader("Content-Disposition", "inline");
            response.setHeader("Content-Security-Policy", POLICY);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cache-Control", "private, no-store");
            try (var bytes = content.get()) {
                bytes.transferTo(response.getOutputStream());
            }
        };
    }

    private AttachedFile find(ArticleId article, int position, AgentViewer viewer) {
        return tickets.file(article, position, viewer).orElseThrow(NotFound::new);
    }

    private byte[] bytes(AttachedFile file) {
        try (var bytes = files.open(file.hash())) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
