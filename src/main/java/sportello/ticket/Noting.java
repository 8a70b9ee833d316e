package sportello.ticket;

import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;

/** Adds notes, each time for the desk only or for the customer too (S21, S66). A lock does not stand in the way. */
@Component
public class Noting {
    private final Workbench workbench;
    private final Articles articles;
    private final Chronicle chronicle;

    Noting(Workbench workbench, Articles articles, Chronicle chronicle) {
        this.workbench = workbench;
        this.articles = articles;
        this.chronicle = chronicle;
    }

    /** A note of which nobody says how long it took. */
    @Transactional
    public Outcome<Trace> note(
            TicketNumber number, Title subject, Message text, boolean visible, Uploads uploads, AgentViewer by) {
        return note(number, subject, text, visible, uploads, Spent.NONE, Set.of(), by);
    }

    /**
     * @param visible whether the customer sees it, and is mailed
     * @param to the agents for whom it is meant, beside those whom the text mentions
     */
    @Transactional
    public Outcome<Trace> note(
            TicketNumber number,
            Title subject,
            Message text,
            boolean visible,
            Uploads uploads,
            Spent spent,
            Set<AgentId> to,
            AgentViewer by) {
        return workbench.work(number, Work.ANNOTATE, by, 0, ticket -> {
            var article = articles.add(
                    NewArticle.byAgent(ticket.id(), Channel.NOTE, visible, by.id(), by.name(), subject.value(), text),
                    uploads,
                    spent);
            address(article, ticket, text, to);
            workbench.put(ticket, by.actor());
            return Outcome.done(
                    new Trace(chronicle.record(new TicketEvent.Noted(ticket.id(), by.actor(), article, visible))));
        });
    }

    /** Only those who may see the ticket; a log-in that nobody has is a word like others. */
    private void address(ArticleId article, Ticket ticket, Message text, Set<AgentId> to) {
        var mentioned = Mentions.in(text.value());
        if (to.isEmpty() && mentioned.isEmpty()) return;
        var meant = workbench.seeing(ticket.queue()).stream()
                .filter(agent -> to.contains(agent.id())
                        || mentioned.contains(agent.login().toLowerCase(Locale.ROOT)))
                .map(Agent::id)
                .toList();
        articles.address(article, meant);
    }
}
