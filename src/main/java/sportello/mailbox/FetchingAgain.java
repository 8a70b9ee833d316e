package sportello.mailbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.storage.Files;
import sportello.storage.Spool;

/**
 * Fetches once more the whole of a mail of which only the head was kept, as long as it lies on its server. It is looked
 * for beside whoever reads the mailbox, and nothing on the server changes before the mail is kept.
 */
@Component
public class FetchingAgain {
    private static final Duration OFTEN = Duration.ofSeconds(1);

    private final QuarantineSql quarantine;
    private final MailboxSql mailboxes;
    private final PositionSql positions;
    private final Arrivals arrivals;
    private final Reading reading;
    private final Files files;
    private final Limits limits;
    private final TransactionOperations transaction;

    FetchingAgain(
            QuarantineSql quarantine,
            MailboxSql mailboxes,
            PositionSql positions,
            Arrivals arrivals,
            Reading reading,
            Files files,
            Limits limits,
            TransactionOperations transaction) {
        this.quarantine = quarantine;
        this.mailboxes = mailboxes;
        this.positions = positions;
        this.arrivals = arrivals;
        this.reading = reading;
        this.files = files;
        this.limits = limits;
        this.transaction = transaction;
    }

    /** It waits to be sorted then, like any that has just come. */
    public Outcome<ArrivalId> fetch(ArrivalId id, Authority by) {
        if (!by.administrator()) return Outcome.refused("mailbox.administer");
        try {
            return fetch(id);
        } catch (IOException e) {
            return Outcome.refused("mailbox.unreachable", Watching.words(e));
        }
    }

    /** As the house itself, and with what went wrong on the way left to the caller. */
    Outcome<ArrivalId> fetch(ArrivalId id) throws IOException {
        var place = quarantine.remains(id).orElse(null);
        var arrival = arrivals.find(id).orElse(null);
        if (place == null || arrival == null) return Outcome.refused("quarantine.whole");
        var mailbox = mailboxes.find(place.mailbox()).orElseThrow();
        try (var spool = files.spool()) {
            return switch (take(new Search(mailbox, place, arrival), spool)) {
                case WHOLE -> keep(id, mailbox, place, spool);
                case GONE -> Outcome.refused("quarantine.gone");
                case TOO_LARGE -> Outcome.refused("quarantine.still_large", limits.largest() >> 20);
            };
        }
    }

    private Outcome<ArrivalId> keep(ArrivalId id, Mailbox mailbox, Place place, Spool spool) {
        var kept = Objects.requireNonNull(transaction.execute(status -> {
            if (!arrivals.completed(id, spool)) return false;
            if (!(mailbox.afterwards() instanceof Afterwards.Leave)) positions.release(place);
            return true;
        }));
        return kept ? Outcome.done(id) : Outcome.refused("quarantine.known");
    }

    private record Search(Mailbox mailbox, Place place, Arrival arrival) {}

    /** On a thread of its own, which is interrupted when the server has used up its time. */
    private OpenBox.Taken take(Search search, Spool spool) throws IOException {
        var patience = new Patience[1];
        var taking = new FutureTask<>(() -> take(search, spool, patience[0]));
        var thread = Thread.ofVirtual().name("fetching-again").unstarted(taking);
        patience[0] = new Patience(thread);
        thread.start();
        try {
            while (!thread.join(OFTEN)) if (patience[0].isOver()) patience[0].end();
            return taking.get();
        } catch (ExecutionException e) {
            throw new IOException(Watching.words(e), e);
        } catch (InterruptedException e) {
            patience[0].end();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private OpenBox.Taken take(Search search, Spool spool, Patience patience) throws IOException {
        var uid = search.place().uid();
        // before the server's time runs, whose end would interrupt whoever asks the database
        var known = known(search.arrival());
        try (var box = reading.open(search.mailbox(), true, patience)) {
            var liesThere = box.validity() == search.place().validity()
                    && box.waiting(0, Set.of()).contains(uid)
                    && isTheSame(box, search.place(), known);
            return liesThere ? box.take(uid, new HouseDisk(spool.sink()), limits.largest()) : OpenBox.Taken.GONE;
        }
    }

    /** A restored mailbox gives old names to new mails; of a mail of which there is no head, its name has to do. */
    private static boolean isTheSame(OpenBox box, Place place, byte[] known) throws IOException {
        if (Arrays.equals(known, Sweep.note(place))) return true;
        var head = new ByteArrayOutputStream();
        box.head(place.uid(), head);
        return Arrays.equals(known, head.toByteArray());
    }

    private byte[] known(Arrival arrival) throws IOException {
        try (var bytes = arrivals.open(arrival)) {
            return bytes.readAllBytes();
        }
    }
}
