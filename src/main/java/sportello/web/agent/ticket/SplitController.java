package sportello.web.agent.ticket;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import sportello.agent.Permission;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.QueueId;
import sportello.queue.Queues;
import sportello.ticket.ArticleRow;
import sportello.ticket.Splitting;
import sportello.ticket.TicketFiles;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.web.AwayPeople;
import sportello.web.NotFound;
import sportello.web.Notice;
import sportello.web.Views;

@Controller
class SplitController {
    private static final String TEMPLATE = "agent/ticket/split";

    private final TicketPages pages;
    private final TicketFiles tickets;
    private final Queues queues;
    private final Splitting splitting;
    private final AwayPeople away;
    private final Views views;

    SplitController(
            TicketPages pages, TicketFiles tickets, Queues queues, Splitting splitting, AwayPeople away, Views views) {
        this.pages = pages;
        this.tickets = tickets;
        this.queues = queues;
        this.splitting = splitting;
        this.away = away;
        this.views = views;
    }

    @GetMapping("/tickets/{number}/splits/new")
    View fresh(@PathVariable TicketNumber number, @RequestParam int article, AgentViewer viewer) {
        var ticket = pages.ticket(number, viewer);
        var subject = tickets.articlesOf(ticket).stream()
                .filter(row -> row.no() == article && row.line() == null)
                .findFirst()
                .map(ArticleRow::subject)
                .orElseThrow(NotFound::new);
        var places = queues.where(viewer, Permission.CREATE);
        return views.show(
                TEMPLATE,
                new SplitPage(ticket, article, subject, ticket.queue().value(), places, away.byDefault(places), null));
    }

    /** Leads to the new ticket; to the old one, if the viewer may not see the new. */
    @PostMapping("/tickets/{number}/splits")
    View create(
            @PathVariable TicketNumber number,
            @RequestParam int article,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "0") long queue,
            AgentViewer viewer) {
        var outcome =
                Title.of(title).then(inOrder -> splitting.split(number, article, inOrder, new QueueId(queue), viewer));
        return switch (outcome) {
            case Outcome.Done<TicketNumber>(var fresh) -> {
                var seen = tickets.find(fresh, viewer).isPresent();
                yield views.redirect("/tickets/" + (seen ? fresh : number), Notice.of("notice.split", fresh.value()));
            }
            case Outcome.Refused<TicketNumber>(var why) -> {
                var ticket = pages.ticket(number, viewer);
                var places = queues.where(viewer, Permission.CREATE);
                yield views.show(
                        Afterwards.statusOf(why),
                        TEMPLATE,
                        new SplitPage(ticket, article, title, queue, places, away.byDefault(places), why));
            }
        };
    }
}
