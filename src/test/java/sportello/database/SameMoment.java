package sportello.database;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two do something at the same moment: the later one comes before the transaction of the first has ended. */
public final class SameMoment {
    private SameMoment() {}

    /** What the later one is told, who either is done already or cannot go on when that transaction ends. */
    public static <T> T later(Callable<?> first, Callable<T> second, JdbcClient db, TransactionTemplate transaction)
            throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var told = transaction.execute(status -> {
                done(first);
                var later = threads.submit(second);
                while (!later.isDone() && !isWaitedFor(db)) Thread.onSpinWait();
                return later;
            });
            return Objects.requireNonNull(told).get(30, SECONDS);
        }
    }

    private static void done(Callable<?> errand) {
        try {
            errand.call();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What a transaction has once seen of the others it sees until its end, unless it forgets that. */
    private static boolean isWaitedFor(JdbcClient db) {
        db.sql("select pg_stat_clear_snapshot()").query((row, number) -> 0).single();
        return db.sql(
                        "select exists (select 1 from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid)))")
                .query(Boolean.class)
                .single();
    }
}
