package sportello.jobs;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Writes down why a job failed, until it succeeds: for the administrators, who cannot read our log. */
@Component
class FailureNotes extends AbstractSchedulerListener {
    private static final Logger log = LoggerFactory.getLogger(FailureNotes.class);
    private static final int LONGEST = 500;
    private static final Duration KEPT = Duration.ofDays(30);

    private final JobSql sql;
    private final Clock clock;

    FailureNotes(JobSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public void onExecutionComplete(ExecutionComplete completed) {
        try {
            write(completed);
        } catch (DataAccessException e) {
            log.warn("What became of a job could not be written down: {}", e.toString());
        }
    }

    private void write(ExecutionComplete completed) {
        var execution = completed.getExecution();
        var job = execution.taskInstance;
        switch (completed.getResult()) {
            case OK -> {
                if (execution.consecutiveFailures > 0) sql.forget(job.getTaskName(), job.getId());
            }
            case FAILED -> {
                sql.forgetBefore(clock.instant().minus(KEPT));
                sql.note(
                        job.getTaskName(),
                        job.getId(),
                        clock.instant(),
                        completed.getCause().map(FailureNotes::words).orElse(""));
            }
        }
    }

    private static String words(Throwable cause) {
        var words = cause.toString().replace('\0', ' ');
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
    }
}
