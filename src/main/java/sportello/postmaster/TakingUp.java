package sportello.postmaster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import sportello.base.Steps;
import sportello.mailbox.Arrival;
import sportello.mailbox.ArrivalId;
import sportello.mailbox.Arrivals;
import sportello.mailbox.MailboxId;

/** Takes up mails that wait: as many as can be sorted together, and each try noted. */
@Component
class TakingUp {
    private static final int TOGETHER = 32;
    /** Of all that are read together; a larger mail is alone. */
    private static final long BYTES_TOGETHER = 8L << 20;

    private final Arrivals arrivals;
    private final TransactionOperations transaction;
    private final Steps steps;

    /** Mails that could not be sorted because of the house, not of themselves: their next try is the same one. */
    private final Set<ArrivalId> innocent = ConcurrentHashMap.newKeySet();

    TakingUp(Arrivals arrivals, TransactionOperations transaction, Steps steps) {
        this.arrivals = arrivals;
        this.steps = steps;
        this.transaction = transaction;
    }

    /** That sorting them begins is noted before it begins: a mail that fells the program is known by it. */
    List<Arrival> some(MailboxId mailbox, int most) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var next = together(arrivals.takeNext(mailbox, Math.min(most, TOGETHER)));
            var counted = next.stream()
                    .map(Arrival::id)
                    .filter(id -> !innocent.remove(id))
                    .toList();
            if (!counted.isEmpty()) arrivals.tried(counted);
            steps.at(SortingStep.TAKE_UP);
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

    /** What stopped them was no fault of theirs: the try is taken back, here if the database cannot. */
    void pardon(Collection<ArrivalId> mails) {
        try {
            arrivals.untried(mails);
        } catch (DataAccessException | TransactionException away) {
            innocent.addAll(mails);
        }
    }
}
