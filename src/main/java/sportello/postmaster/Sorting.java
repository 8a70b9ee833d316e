package sportello.postmaster;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import sportello.mailbox.Arrival;
import sportello.mailbox.ArrivalId;
import sportello.mailbox.Arrivals;
import sportello.mailbox.MailboxId;
import sportello.mime.MailReader;
import sportello.mime.ReadMail;
import sportello.mime.Reading;
import sportello.ticket.OpeningByMail;

/**
 * Sorts the mails of a mailbox in the order of their arrival. Each is read outside any transaction, and what becomes of
 * it is one transaction with the note that it is done: it happens once. A mail that defies being sorted is put into
 * quarantine and the next has its turn; a database that is away is no mail's fault.
 */
@Component
class Sorting {
    private static final Logger LOG = LoggerFactory.getLogger(Sorting.class);
    /** How often sorting a mail may fell the program before a person has to look. */
    private static final int TRIES = 3;

    private final Arrivals arrivals;
    private final MailReader reader;
    private final Pipeline pipeline;
    private final OpeningByMail opening;
    private final Delivering delivering;
    private final SortedMailSql log;
    private final TransactionOperations transaction;

    /** Mails that could not be sorted because of the house, not of themselves: their next try is the same one. */
    private final Set<ArrivalId> innocent = ConcurrentHashMap.newKeySet();

    Sorting(
            Arrivals arrivals,
            MailReader reader,
            Pipeline pipeline,
            OpeningByMail opening,
            Delivering delivering,
            SortedMailSql log,
            TransactionOperations transaction) {
        this.arrivals = arrivals;
        this.reader = reader;
        this.pipeline = pipeline;
        this.opening = opening;
        this.delivering = delivering;
        this.log = log;
        this.transaction = transaction;
    }

    /** Sorts what waits, at most so many; answers whether there may be more. */
    boolean some(MailboxId mailbox, int most) {
        for (var sorted = 0; sorted < most; sorted++) {
            var next = next(mailbox).orElse(null);
            if (next == null) return false;
            one(next);
        }
        return true;
    }

    /** That sorting it begins is noted before it begins: a mail that fells the program is known by it. */
    private Optional<Arrival> next(MailboxId mailbox) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var next = arrivals.takeNext(mailbox);
            next.map(Arrival::id).filter(id -> !innocent.remove(id)).ifPresent(arrivals::tried);
            return next;
        }));
    }

    private void one(Arrival arrival) {
        try {
            sort(arrival);
        } catch (RuntimeException fault) {
            innocent.add(arrival.id());
            throw fault;
        }
    }

    private void sort(Arrival arrival) {
        switch (read(arrival)) {
            case Reading.Unreadable(var reason, var detail) -> quarantine(arrival, reason, detail);
            case Reading.Readable(var mail) -> {
                try (mail) {
                    sort(arrival, mail);
                } catch (DataIntegrityViolationException | IllegalArgumentException | StackOverflowError odd) {
                    defied(arrival, odd);
                }
            }
        }
    }

    private Reading read(Arrival arrival) {
        return arrival.tries() >= TRIES
                ? new Reading.Unreadable("defied", "sorting began " + arrival.tries() + " times and never ended")
                : reader.read(() -> arrivals.open(arrival));
    }

    private void sort(Arrival arrival, ReadMail mail) {
        var judgement = pipeline.judge(mail, arrival.trusted(), arrival.defaultQueue());
        var number = Delivering.needsNumber(judgement.verdict()) ? opening.number() : null;
        transaction.executeWithoutResult(status -> {
            // Somebody else may have sorted it meanwhile, or has it in hand.
            if (arrivals.take(arrival.id()).isEmpty()) return;
            var ticket = delivering.deliver(judgement, number);
            log.write(arrival.id(), judgement, ticket);
            arrivals.sorted(arrival.id());
        });
    }

    private void quarantine(Arrival arrival, String reason, String detail) {
        LOG.warn("Mail {} is in quarantine: {} ({})", arrival.id().value(), reason, detail);
        arrivals.quarantine(arrival.id(), reason, detail);
    }

    private void defied(Arrival arrival, Throwable odd) {
        LOG.error("Mail {} defies being sorted", arrival.id().value(), odd);
        quarantine(arrival, "defied", String.valueOf(odd.getMessage()));
    }
}
