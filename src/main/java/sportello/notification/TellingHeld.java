package sportello.notification;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import sportello.queue.QueueHours;

/**
 * Says what waited for the working hours as soon as they begin. Each notice is a transaction of its own in which its row is
 * held, so that it is said once, whoever dies meanwhile and however many nodes there are.
 */
@Component
class TellingHeld {
    private static final Logger LOG = LoggerFactory.getLogger(TellingHeld.class);
    private static final int AT_ONCE = 500;

    private final HeldSql sql;
    private final QueueHours hours;
    private final Telling telling;
    private final TransactionOperations transaction;
    private final Clock clock;

    TellingHeld(HeldSql sql, QueueHours hours, Telling telling, TransactionOperations transaction, Clock clock) {
        this.sql = sql;
        this.hours = hours;
        this.telling = telling;
        this.transaction = transaction;
        this.clock = clock;
    }

    void tell() {
        tellAt(clock.instant());
    }

    void tellAt(Instant now) {
        tellAt(now, AT_ONCE);
    }

    /** So many at a time; what cannot be told is passed by until the next round, and holds up nothing behind it. */
    void tellAt(Instant now, int most) {
        var queues = sql.queues();
        if (queues.isEmpty()) return;
        var resting = hours.resting(queues, now);
        var due = sql.due(resting, new NotificationId(0), most);
        while (!due.isEmpty()) {
            for (var id : due) one(id, now);
            due = sql.due(resting, due.getLast(), most);
        }
    }

    private void one(NotificationId id, Instant now) {
        try {
            transaction.executeWithoutResult(status -> sql.take(id).ifPresent(waiting -> telling.tell(waiting, now)));
        } catch (RuntimeException broken) {
            LOG.error("Notice {} waited and could not be told; it is tried again", id.value(), broken);
        }
    }
}
