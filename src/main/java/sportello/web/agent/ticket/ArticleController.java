package sportello.web.agent.ticket;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import sportello.base.Html;
import sportello.identity.Viewer.AgentViewer;
import sportello.storage.Files;
import sportello.ticket.ArticleId;
import sportello.ticket.TicketFiles;
import sportello.web.Download;
import sportello.web.Folded;
import sportello.web.NotFound;
import sportello.web.Views;

/** What came from outside, each piece at an address of its own and in a cage: HTML bodies and attachments. */
@Controller
class ArticleController {
    private static final String POLICY = "Content-Security-Policy";

    /** The one document of the house that may carry inline style; it runs no script and loads nothing. */
    private static final String BODY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'self';"
            + " sandbox allow-popups allow-popups-to-escape-sandbox";

    private final TicketFiles tickets;
    private final Files files;
    private final Views views;

    ArticleController(TicketFiles tickets, Files files, Views views) {
        this.tickets = tickets;
        this.files = files;
        this.views = views;
    }

    @GetMapping("/articles/{id}/body")
    View body(@PathVariable long id, AgentViewer viewer, HttpServletResponse response) {
        var html = tickets.html(new ArticleId(id), viewer).orElseThrow(NotFound::new);
        response.setHeader(POLICY, BODY_POLICY);
        return views.show("agent/ticket/body", new BodyPage(Folded.of(Html.sanitised(html))));
    }

    @GetMapping("/articles/{id}/attachments/{position}")
    View attachment(@PathVariable long id, @PathVariable int position, AgentViewer viewer) {
        var file = tickets.file(new ArticleId(id), position, viewer).orElseThrow(NotFound::new);
        return new Download(file.name(), file.mediaType(), file.size(), () -> files.open(file.hash()));
    }
}
