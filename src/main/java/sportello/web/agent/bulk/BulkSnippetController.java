package sportello.web.agent.bulk;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer.AgentViewer;
import sportello.web.Views;
import sportello.web.agent.ticket.SnippetsPage;

/** Tells what can be put into a text on many tickets while it is written. */
@Controller
class BulkSnippetController {
    private final BulkSnippets snippets;
    private final Views views;

    BulkSnippetController(BulkSnippets snippets, Views views) {
        this.snippets = snippets;
        this.views = views;
    }

    @GetMapping("/agent/bulks/snippets")
    View index(AgentViewer viewer) {
        return views.show("agent/ticket/snippets", new SnippetsPage(snippets.of(viewer)));
    }
}
