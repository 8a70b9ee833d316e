package sportello.ticket;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import sportello.agent.AgentId;
import sportello.agent.Permission;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.queue.Queue;
import sportello.queue.QueueId;
import sportello.queue.Queues;

/**
 * Begins a new ticket with an article of another one ("Dividi", S47). The article is copied as it is, with author, date
 * and files; the new ticket is a child of the old one, of the same customer, in the hands that its queue foresees.
 */
@Component
public class Splitting {
    private final TicketNumbers numbers;
    private final Workbench workbench;
    private final Queues queues;
    private final Offshoots offshoots;
    private final TransactionOperations transaction;

    Splitting(
            TicketNumbers numbers,
            Workbench workbench,
            Queues queues,
            Offshoots offshoots,
            TransactionOperations transaction) {
        this.numbers = numbers;
        this.workbench = workbench;
        this.queues = queues;
        this.offshoots = offshoots;
        this.transaction = transaction;
    }

    /**
     * The number is taken before the transaction begins, so that nobody waits for it.
     *
     * @param article the number of the article within its ticket
     * @param queue where the agent may open tickets
     */
    public Outcome<TicketNumber> split(TicketNumber number, int article, Title title, QueueId queue, AgentViewer by) {
        var target = queues.find(queue).filter(Queue::valid).orElse(null);
        if (target == null || !by.may(Permission.CREATE, target.group())) return Outcome.refused("split.queue");
        var fresh = numbers.next();
        return transaction.execute(status -> {
            var outcome = workbench.work(
                    number,
                    Work.SPLIT,
                    by,
                    0,
                    source -> offshoots
                            .from(source, article, asNew(fresh, title, target, source), target, by)
                            .<Outcome<Trace>>map(Outcome::done)
                            .orElseGet(() -> Outcome.refused("split.article")));
            if (outcome instanceof Outcome.Refused<Trace>) status.setRollbackOnly();
            return outcome.then(trace -> Outcome.done(fresh));
        });
    }

    private NewTicket asNew(TicketNumber number, Title title, Queue queue, Ticket source) {
        return new NewTicket(
                number,
                title,
                queue.id(),
                State.NEW,
                source.priority(),
                able(queue, queue.defaultOwner()),
                able(queue, queue.defaultResponsible()),
                source.customer(),
                source.customerUser(),
                null);
    }

    private @Nullable AgentId able(Queue queue, @Nullable AgentId agent) {
        return agent != null && workbench.ableIn(queue.id(), agent).isPresent() ? agent : null;
    }
}
