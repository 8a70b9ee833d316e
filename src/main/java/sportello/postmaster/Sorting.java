package sportello.postmaster;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
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
    /** How often sorting a mail may go wrong, or fell the program, before a person has to look. */
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

    /** What is neither clearly the mail's fault nor clearly the house's is tried again, and each try counts. */
    private void one(Arrival arrival) {
        try {
            sort(arrival);
        } catch (RuntimeException | StackOverflowError fault) {
            if (isTheMails(fault)) {
                defied(arrival, fault);
                return;
            }
            if (isTheHouses(fault)) innocent.add(arrival.id());
            throw fault;
        }
    }

    private void sort(Arrival arrival) {
        switch (read(arrival)) {
            case Reading.Unreadable(var reason, var detail) -> quarantine(arrival, reason, detail);
            case Reading.Readable(var mail) -> {
                try (mail) {
                    sort(arrival, mail);
                }
            }
        }
    }

    /** The database refuses to keep it, or nobody can follow it however deep it goes. */
    static boolean isTheMails(Throwable fault) {
        return fault instanceof DataIntegrityViolationException
                || fault instanceof StackOverflowError
                || fault instanceof DataAccessException refused && isTooMuch(refused);
    }

    /** A database or a disk that is away or in a wrong state, or two that waited for each other. */
    private static boolean isTheHouses(Throwable fault) {
        return switch (fault) {
            case TransientDataAccessException _,
                    RecoverableDataAccessException _,
                    NonTransientDataAccessResourceException _,
                    InvalidDataAccessResourceUsageException _,
                    TransactionException _,
                    UncheckedIOException _ -> true;
            default -> false;
        };
    }

    /** PostgreSQL's class 54: more than it can hold in one place, however often it is tried. */
    private static boolean isTooMuch(DataAccessException refused) {
        return refused.getMostSpecificCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && cause.getSQLState().startsWith("54");
    }

    private Reading read(Arrival arrival) {
        return arrival.tries() >= TRIES
                ? new Reading.Unreadable(
                        "defied", "sorting began " + arrival.tries() + " times and did not come to an end")
                : reader.read(() -> arrivals.open(arrival));
    }

    private void sort(Arrival arrival, ReadMail mail) {
        var judgement = pipeline.judge(mail, arrival.trusted(), arrival.defaultQueue());
        var number = Delivering.needsNumber(judgement.verdict()) ? opening.number() : null;
        transaction.executeWithoutResult(status -> {
            // Somebody else may have sorted it meanwhile, or has it in hand.
            if (arrivals.take(arrival.id()).isEmpty()) return;
            var delivered = delivering.deliver(judgement, number);
            log.write(arrival.id(), judgement, delivered);
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
