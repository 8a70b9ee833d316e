package sportello.postmaster;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import sportello.field.FilledField;
import sportello.field.FilledFields;
import sportello.field.Subject;
import sportello.notification.Ledger;
import sportello.notification.LedgerLine;
import sportello.ticket.MailThreads;
import sportello.ticket.TicketId;
import sportello.ticket.TicketNumber;
import sportello.ticket.TicketStand;

/** Does what a verdict says and takes all of it back: so the rules themselves tell whom they would tell. */
@Component
class Rehearsal {
    /** Looks like none that is drawn, so that none is used up and none is taken. */
    private static final TicketNumber NOBODYS = new TicketNumber("prova");

    private final Delivering delivering;
    private final Ledger ledger;
    private final MailThreads threads;
    private final FilledFields fields;
    private final TransactionTemplate transaction;

    Rehearsal(
            Delivering delivering,
            Ledger ledger,
            MailThreads threads,
            FilledFields fields,
            PlatformTransactionManager transactions) {
        this.delivering = delivering;
        this.ledger = ledger;
        this.threads = threads;
        this.fields = fields;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * What came of it, before it was taken back.
     *
     * @param told who would be told, and who would not and why, in the order in which the rules are asked
     * @param before how the ticket stood that is there already, null if the mail goes to none
     * @param after how the ticket stands to which it went, null if it went to none
     * @param fields of the house's own that say something else than before
     */
    record Rehearsed(
            List<LedgerLine> told,
            @Nullable TicketStand before,
            @Nullable TicketStand after,
            List<FilledField> fields) {}

    Rehearsed of(Pipeline.Judgement judgement) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            var thread = thread(judgement.verdict());
            var stood = thread == null ? null : threads.stand(thread);
            var before = thread == null ? 0 : ledger.of(thread).size();
            var said = thread == null ? List.<FilledField>of() : said(thread);
            var number = Delivering.needsNumber(judgement.verdict()) ? NOBODYS : null;
            var received = delivering.deliver(judgement, number).received();
            if (received == null) return new Rehearsed(List.of(), null, null, List.of());
            var lines = ledger.of(received.ticket());
            var told = received.ticket().equals(thread) ? lines.subList(before, lines.size()) : lines;
            var news = said(received.ticket()).stream()
                    .filter(one -> !said.contains(one))
                    .toList();
            return new Rehearsed(List.copyOf(told), stood, threads.stand(received.ticket()), news);
        }));
    }

    private List<FilledField> said(TicketId ticket) {
        return fields.of(Subject.TICKET, ticket.value());
    }

    /** The ticket to which it goes that is there already. */
    private static @Nullable TicketId thread(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Open _, Verdict.OpenBeside _, Verdict.Ignore _ -> null;
            case Verdict.Join(var thread, var standing) -> thread.ticket();
            case Verdict.Reject(var thread, var standing) -> thread.ticket();
            case Verdict.Bounced bounced -> bounced.thread().ticket();
            case Verdict.Attested(var thread) -> thread.ticket();
        };
    }
}
