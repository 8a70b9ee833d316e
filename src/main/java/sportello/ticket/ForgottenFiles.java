package sportello.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import sportello.storage.Files;

/** Sweeps files whose drafts were sent or are not wanted any more, with their bytes where nobody else has them. */
@Component
class ForgottenFiles {
    private static final Duration YOUNG = Duration.ofHours(1);
    private static final int AT_ONCE = 500;

    private final DraftFileSql sql;
    private final Files files;
    private final TransactionOperations transaction;
    private final Clock clock;

    ForgottenFiles(DraftFileSql sql, Files files, TransactionOperations transaction, Clock clock) {
        this.sql = sql;
        this.files = files;
        this.transaction = transaction;
        this.clock = clock;
    }

    void sweep() {
        sweepAt(clock.instant());
    }

    /** Several nodes may do this at the same time; each file is a transaction of its own. */
    void sweepAt(Instant now) {
        for (var id : sql.forgotten(now.minus(YOUNG), AT_ONCE))
            transaction.executeWithoutResult(status -> sql.delete(id).ifPresent(files::forget));
    }
}
