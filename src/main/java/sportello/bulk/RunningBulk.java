package sportello.bulk;

import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import sportello.base.Refusal;

/** Works through the tickets of a bulk. It may run twice, or at two places: each ticket has one turn. */
@Component
class RunningBulk {
    private static final Logger log = LoggerFactory.getLogger(RunningBulk.class);

    private final BulkSql sql;
    private final TakingTurn turns;

    RunningBulk(BulkSql sql, TakingTurn turns) {
        this.sql = sql;
        this.turns = turns;
    }

    /** True when it came to the end, false if it was asked to stop before. */
    boolean run(BulkId id, BooleanSupplier stopping) {
        for (var position : sql.waiting(id)) {
            if (stopping.getAsBoolean()) return false;
            take(id, position);
        }
        return true;
    }

    /** A bug on one ticket is no reason to leave the others; a database that is away is, and the job will try again. */
    private void take(BulkId id, int position) {
        try {
            turns.take(id, position);
        } catch (TransientDataAccessException
                | DataAccessResourceFailureException
                | CannotCreateTransactionException away) {
            throw away;
        } catch (RuntimeException bug) {
            log.error("Bulk {}, ticket {}", id.value(), position, bug);
            turns.giveUp(id, position, new Refusal("bulk.failed"));
        }
    }
}
