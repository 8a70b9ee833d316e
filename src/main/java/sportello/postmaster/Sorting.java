package sportello.postmaster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static final int TOGETHER = 32;
    /** Of all that are read together; a larger mail is alone. */
    private static final long BYTES_TOGETHER = 8L << 20;

    private final Arrivals arrivals;
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

    /** Mails that could not be sorted because of the house, not of themselves: their next try is the same one. */
    private final Set<ArrivalId> innocent = ConcurrentHashMap.newKeySet();

    Sorting(
            Arrivals arrivals,
            MailReader reader,
            Pipeline pipeline,
            OpeningByMail opening,
            Delivering delivering,
            SortedMailSql log,
            TransactionOperations transaction,
            Companions companions,
            BelongsToTicket belongsToTicket,
            TurnSql turns,
            Workers workers) {
        this.arrivals = arrivals;
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
    }

    /** Sorts what waits, at most so many; answers whether there may be more. */
    boolean some(MailboxId mailbox, int most) {
        for (var left = most; left > 0; ) {
            var next = next(mailbox, Math.min(left, TOGETHER));
            if (next.isEmpty()) return false;
            sort(next);
            left -= next.size();
        }
        return true;
    }

    /** That sorting them begins is noted before it begins: a mail that fells the program is known by it. */
    private List<Arrival> next(MailboxId mailbox, int most) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var next = together(arrivals.takeNext(mailbox, most));
            var counted = next.stream()
                    .map(Arrival::id)
                    .filter(id -> !innocent.remove(id))
                    .toList();
            if (!counted.isEmpty()) arrivals.tried(counted);
            return next;
        }));
    }

    /** Whoever was begun before may be a mail that fells the program, and must draw no other into its fate. */
    static List<Arrival> together(List<Arrival> waiting) {
        var together = new ArrayList<Arrival>();
        var bytes = 0L;
        for (var arrival : waiting) {
            bytes += arrival.size();
            if (!together.isEmpty() && (arrival.tries() > 0 || bytes > BYTES_TOGETHER)) break;
            together.add(arrival);
            if (arrival.tries() > 0) break;
        }
        return together;
    }

    private record Opened(Arrival arrival, ReadMail mail) {}

    /** After a fault the rest is left for the next time, and was not begun. */
    private void sort(List<Arrival> batch) {
        var untouched = ConcurrentHashMap.<ArrivalId>newKeySet();
        batch.forEach(arrival -> untouched.add(arrival.id()));
        var mails = new ConcurrentHashMap<Arrival, ReadMail>();
        try {
            workers.each(batch, arrival -> one(arrival, untouched, () -> open(arrival, mails)));
            var opened = batch.stream()
                    .flatMap(arrival -> Stream.ofNullable(mails.get(arrival)).map(mail -> new Opened(arrival, mail)))
                    .toList();
            workers.each(
                    Companions.apart(opened, one -> companions.namesAndWriter(one.mail())),
                    conversation -> conversation.forEach(next -> {
                        untouched.remove(next.arrival().id());
                        one(next.arrival(), untouched, () -> sort(next.arrival(), next.mail()));
                    }));
        } catch (RuntimeException | StackOverflowError fault) {
            innocent.addAll(untouched);
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
            if (Faults.isTheHouses(fault)) innocent.add(arrival.id());
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

    private void sort(Arrival arrival, ReadMail mail) {
        while (!isDone(arrival, mail))
            LOG.debug("Mail {} is judged anew", arrival.id().value());
    }

    /** No, if another of the same conversation was sorted between judgement and deed, by whichever node or mailbox. */
    private boolean isDone(Arrival arrival, ReadMail mail) {
        var judgement = pipeline.judge(mail, arrival.trusted(), arrival.defaultQueue());
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
