package sportello.web.agent.ticket;

import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.History;
import sportello.ticket.TicketNumber;
import sportello.web.Views;

/** What others have done to a ticket while the viewer has a form about it open. */
@Controller
class MeanwhileController {
    private final TicketPages pages;
    private final History history;
    private final HistoryWords words;
    private final Views views;

    MeanwhileController(TicketPages pages, History history, HistoryWords words, Views views) {
        this.pages = pages;
        this.history = history;
        this.words = words;
        this.views = views;
    }

    /** @param since when the form was opened */
    @GetMapping("/tickets/{number}/meanwhile")
    View show(@PathVariable TicketNumber number, @RequestParam Instant since, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var lines = history.since(since, ticket.id()).stream()
                .filter(line -> !line.event().by().equals(viewer.actor()))
                .toList();
        return views.part("agent/ticket/meanwhile", new MeanwhilePage(words.of(lines, viewer)));
    }
}
