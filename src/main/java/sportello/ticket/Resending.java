package sportello.ticket;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.Outbox;

/** Sends a letter once more that failed (F18): as another letter under the same Message-ID; the failed one stays to be seen. */
@Component
public class Resending {
    private final Workbench workbench;
    private final RecipientSql recipients;
    private final Outbox outbox;
    private final Chronicle chronicle;

    Resending(Workbench workbench, RecipientSql recipients, Outbox outbox, Chronicle chronicle) {
        this.workbench = workbench;
        this.recipients = recipients;
        this.outbox = outbox;
        this.chronicle = chronicle;
    }

    /**
     * @param article the number of the article that was mailed
     * @param position of the recipient whom it did not reach
     */
    @Transactional
    public Outcome<Trace> resend(TicketNumber number, int article, int position, AgentViewer by) {
        return workbench.work(
                number,
                Work.RESEND,
                by,
                0,
                ticket -> recipients
                        .latest(ticket.id(), article, position)
                        .flatMap(sent -> outbox.again(sent.letter()).map(letter -> {
                            recipients.append(sent, letter);
                            return Outcome.done(new Trace(chronicle.record(
                                    new TicketEvent.Resent(ticket.id(), by.actor(), sent.article(), sent.address()))));
                        }))
                        .orElseGet(() -> Outcome.refused("resend.not_failed")));
    }
}
