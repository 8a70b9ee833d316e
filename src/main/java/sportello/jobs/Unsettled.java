package sportello.jobs;

import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Jobs that this node has picked and is not at work at, because the database was away when one ended or as it was picked: all
 * would take them for being at work until they seem dead, minutes later. Looked for only where something went wrong.
 */
@Component
class Unsettled extends AbstractSchedulerListener {
    private static final Logger log = LoggerFactory.getLogger(Unsettled.class);
    /** Who has just been picked is at work in a moment. */
    private static final Duration MOMENT = Duration.ofSeconds(5);

    private static final Duration AFTERWARDS = Duration.ofSeconds(15);

    private final JobSql sql;
    private final Clock clock;
    private volatile Instant until = Instant.EPOCH;

    Unsettled(JobSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public void onSchedulerEvent(SchedulerEventType type) {
        switch (type) {
            case UNEXPECTED_ERROR, COMPLETIONHANDLER_ERROR, FAILUREHANDLER_ERROR -> lookForAWhile();
            default -> {}
        }
    }

    private void lookForAWhile() {
        until = clock.instant().plus(AFTERWARDS);
    }

    /** To be called each second or so. */
    void look(String node, Scheduler scheduler) {
        var now = clock.instant();
        if (now.isAfter(until)) return;
        var atWork =
                scheduler.getCurrentlyExecuting().stream().map(Unsettled::name).toList();
        try {
            var taken = sql.takeBack(node, atWork, now.minus(MOMENT), now);
            if (taken > 0) log.info("{} jobs whose end could not be written down begin anew", taken);
        } catch (DataAccessException away) {
            lookForAWhile();
        }
    }

    private static String name(CurrentlyExecuting one) {
        var job = one.getTaskInstance();
        return job.getTaskName() + "/" + job.getId();
    }
}
