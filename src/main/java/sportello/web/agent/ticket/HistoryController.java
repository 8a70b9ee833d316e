package sportello.web.agent.ticket;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.identity.Viewer.AgentViewer;
import sportello.notification.Ledger;
import sportello.ticket.History;
import sportello.ticket.TicketNumber;
import sportello.web.Views;

@Controller
class HistoryController {
    private final TicketPages pages;
    private final History history;
    private final HistoryWords words;
    private final Ledger ledger;
    private final Views views;

    HistoryController(TicketPages pages, History history, HistoryWords words, Ledger ledger, Views views) {
        this.pages = pages;
        this.history = history;
        this.words = words;
        this.ledger = ledger;
        this.views = views;
    }

    @GetMapping("/tickets/{number}/history")
    View show(
            @PathVariable TicketNumber number,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String who,
            AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var lines = words.of(history.of(ticket.id()), viewer);
        var broken = history.firstBroken(ticket.id()).orElse(null);
        return views.show(
                "agent/ticket/history",
                new HistoryPage(
                        ticket,
                        lines,
                        broken,
                        ledger.of(ticket.id()).reversed(),
                        HistoryKind.named(kind).orElse(null),
                        who));
    }
}
