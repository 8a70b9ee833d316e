package sportello.postmaster;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
 * Sorts the mails of a mailbox, several at once, those of one conversation or one writer in the order of their arrival.
 * Each is read outside any transaction, and what becomes of it is one transaction with the note that it is done: it
 * happens once. A mail that defies being sorted is put into quarantine and the next has its turn; a database that is away
 * is no mail's fault.
 */
@Component
class Sorting {
    private static final Logger LOG = LoggerFactory.getLogger(Sorting.class);
    /** How often sorting a mail may go wrong, or fell the program, before a person has to look. */
    private static final int TRIES = 3;

    private final Arrivals arrivals;
    private final TakingUp takingUp;
    private final MailReader reader;
    private final Pipeline pipeline;
    private final OpeningByMail opening;
    private final Delivering delivering;
    private final SortedMailSql log;
    private final TransactionOperations transaction;
    private final Companions companions;
    private final BelongsToTicket belongsToTicket;
    private final TurnSql turns;
    private final Workers workers;
    private final Setups setups;

    Sorting(
            Arrivals arrivals,
            TakingUp takingUp,
            MailReader reader,
            Pipeline pipeline,
            OpeningByMail opening,
            Delivering delivering,
            SortedMailSql log,
            TransactionOperations transaction,
            Companions companions,
            BelongsToTicket belongsToTicket,
            TurnSql turns,
            Workers workers,
            Setups setups) {
        this.arrivals = arrivals;
        this.takingUp = takingUp;
        this.reader = reader;
        this.pipeline = pipeline;
        this.opening = opening;
        this.delivering = delivering;
        this.log = log;
        this.transaction = transaction;
        this.companions = companions;
        this.belongsToTicket = belongsToTicket;
        this.turns = turns;
        this.workers = workers;
        this.setups = setups;
    }

    /** Sorts what waits, at most so many; answers whether there may be more. */
    boolean some(MailboxId mailbox, int most) {
        for (var left = most; left > 0; ) {
            var next = takingUp.some(mailbox, left);
            if (next.isEmpty()) return false;
            sort(next);
            left -= next.size();
        }
        return true;
    }

    private record Opened(Arrival arrival, ReadMail mail) {}

    /** After a fault the rest is left for the next time, and was not begun. */
    private void sort(List<Arrival> batch) {
        var untouched = ConcurrentHashMap.<ArrivalId>newKeySet();
        batch.forEach(arrival -> untouched.add(arrival.id()));
        var mails = new ConcurrentHashMap<Arrival, ReadMail>();
        try {
            var setup = setups.now();
            workers.each(batch, arrival -> one(arrival, untouched, () -> open(arrival, mails)));
            var opened = batch.stream()
                    .flatMap(arrival -> Stream.ofNullable(mails.get(arrival)).map(mail -> new Opened(arrival, mail)))
                    .toList();
            workers.each(
                    Companions.apart(opened, one -> companions.namesAndWriter(one.mail())),
                    conversation -> conversation.forEach(next -> {
                        untouched.remove(next.arrival().id());
                        one(next.arrival(), untouched, () -> sort(next, setup));
                    }));
        } catch (RuntimeException | StackOverflowError fault) {
            takingUp.pardon(untouched);
            throw fault;
        } finally {
            mails.values().forEach(ReadMail::close);
        }
    }

    /** What is neither clearly the mail's fault nor clearly the house's is tried again, and each try counts. */
    private void one(Arrival arrival, Set<ArrivalId> untouched, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | StackOverflowError fault) {
            untouched.remove(arrival.id());
            if (Faults.isTheMails(fault)) {
                defied(arrival, fault);
                return;
            }
            if (Faults.isTheHouses(fault)) takingUp.pardon(Set.of(arrival.id()));
            throw fault;
        }
    }

    private void open(Arrival arrival, Map<Arrival, ReadMail> mails) {
        switch (read(arrival)) {
            case Reading.Unreadable(var reason, var detail) -> quarantine(arrival, reason, detail);
            case Reading.Readable(var mail) -> mails.put(arrival, mail);
        }
    }

    private Reading read(Arrival arrival) {
        return arrival.tries() >= TRIES
                ? new Reading.Unreadable(
                        "defied", "sorting began " + arrival.tries() + " times and did not come to an end")
                : reader.read(() -> arrivals.open(arrival));
    }

    private void sort(Opened opened, Setup setup) {
        while (!isDone(opened.arrival(), opened.mail(), setup))
            LOG.debug("Mail {} is judged anew", opened.arrival().id().value());
    }

    /** No, if another of the same conversation was sorted between judgement and deed, by whichever node or mailbox. */
    private boolean isDone(Arrival arrival, ReadMail mail, Setup setup) {
        var judgement = pipeline.judge(mail, arrival.trusted(), arrival.defaultQueue(), setup);
        var number = Delivering.needsNumber(judgement.verdict()) ? opening.number() : null;
        return Boolean.TRUE.equals(transaction.execute(status -> {
            // Somebody else may have sorted it meanwhile, or has it in hand.
            if (arrivals.take(arrival.id()).isEmpty()) return true;
            turns.take(companions.names(mail));
            if (number != null && belongsToTicket.isOvertaken(judgement.course())) return false;
            var delivered = delivering.deliver(judgement, number);
            log.write(arrival.id(), judgement, delivered);
            arrivals.sorted(arrival.id());
            return true;
        }));
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
