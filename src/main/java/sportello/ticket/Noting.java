package sportello.ticket;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.base.Outcome;
import sportello.field.WantedField;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Sequels.Written;

/** Adds notes, each time for the desk only or for the customer too (S21, S66). A lock does not stand in the way. */
@Component
public class Noting {
    private final Workbench workbench;
    private final Articles articles;
    private final Sequels sequels;
    private final Chronicle chronicle;

    Noting(Workbench workbench, Articles articles, Sequels sequels, Chronicle chronicle) {
        this.workbench = workbench;
        this.articles = articles;
        this.sequels = sequels;
        this.chronicle = chronicle;
    }

    /** A note of which nobody says how long it took. */
    @Transactional
    public Outcome<Trace> note(
            TicketNumber number, Title subject, Message text, boolean visible, Uploads uploads, AgentViewer by) {
        var word = new Word(subject, text, uploads, Spent.NONE);
        return note(number, 0, word, visible, Set.of(), new Sequel.Stay(), by);
    }

    /**
     * @param seen the version of the ticket on which it was decided what becomes of it
     * @param visible whether the customer sees it, and is mailed
     * @param to the agents for whom it is meant, beside those whom the text mentions
     * @param sequel what becomes of the ticket
     */
    @Transactional
    public Outcome<Trace> note(
            TicketNumber number, int seen, Word word, boolean visible, Set<AgentId> to, Sequel sequel, AgentViewer by) {
        return workbench.write(
                number,
                Work.ANNOTATE,
                sequel,
                by,
                seen,
                ticket -> sequels.ofNote(
                        sequel, ticket, word.fields(), by, said -> write(ticket, word, visible, to, said, by)));
    }

    private Written write(
            Ticket ticket, Word word, boolean visible, Set<AgentId> to, List<WantedField> said, AgentViewer by) {
        var article = articles.add(
                NewArticle.byAgent(
                        ticket.id(),
                        Channel.NOTE,
                        visible,
                        by.id(),
                        by.name(),
                        word.subject().value(),
                        word.text()),
                word.files(),
                word.spent(),
                said,
                by.actor());
        address(article, ticket, word.text(), to);
        var line = chronicle.record(new TicketEvent.Noted(ticket.id(), by.actor(), article, visible));
        return new Written(article, visible, line);
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
