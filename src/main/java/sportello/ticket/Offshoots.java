package sportello.ticket;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.Queue;

/** Writes tickets that begin with what stands in another one. */
@Component
class Offshoots {
    private final TicketSql tickets;
    private final ArticleSql articles;
    private final ProofSql proofs;
    private final ArticleFields fields;
    private final KinSql kin;
    private final SystemLines lines;
    private final Chronicle chronicle;
    private final Clock clock;

    Offshoots(
            TicketSql tickets,
            ArticleSql articles,
            ProofSql proofs,
            ArticleFields fields,
            KinSql kin,
            SystemLines lines,
            Chronicle chronicle,
            Clock clock) {
        this.tickets = tickets;
        this.articles = articles;
        this.proofs = proofs;
        this.fields = fields;
        this.kin = kin;
        this.lines = lines;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Empty if there is no such article, or nobody wrote it; then the transaction must not stand. */
    Optional<Trace> from(Ticket source, int no, NewTicket fresh, Queue queue, AgentViewer by) {
        var id = tickets.insert(fresh, clock.instant());
        return articles.copy(source.id(), no, id).map(article -> {
            proofs.copy(source.id(), no, article);
            fields.copy(articles.idOf(source.id(), no), article);
            kin.link(source.id(), id, Kinship.CHILD, by.id(), clock.instant());
            lines.write(source.id(), SystemLine.SPLIT, fresh.number());
            chronicle.record(new TicketEvent.Opened(
                    id, by.actor(), article, queue.id(), fresh.owner(), fresh.responsible(), queue.raw(), "", false));
            chronicle.record(new TicketEvent.Linked(id, by.actor(), source.id(), Kinship.PARENT));
            return new Trace(chronicle.record(new TicketEvent.Split(source.id(), by.actor(), id, article)));
        });
    }
}
