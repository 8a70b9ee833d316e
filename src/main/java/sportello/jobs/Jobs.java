package sportello.jobs;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where jobs are staged; a job whose transaction rolls back was never staged. */
@Component
public class Jobs {
    private final SchedulerClient client;
    private final JobSql sql;
    private final ObjectProvider<JobRunner> runner;
    private final Clock clock;

    /** The runner is asked for late, since it knows every job and some jobs stage others. */
    Jobs(SchedulerClient client, JobSql sql, ObjectProvider<JobRunner> runner, Clock clock) {
        this.client = client;
        this.sql = sql;
        this.runner = runner;
        this.clock = clock;
    }

    /** Runs the job at once, as soon as the transaction has committed. */
    public void stage(TaskInstance<?> job) {
        stage(job, clock.instant());
        look();
    }

    /**
     * Runs the job at the given time; a job that is staged already stays as it is, also one that somebody else stages in this
     * very moment. The library would look first, and fail then.
     */
    public void stage(TaskInstance<?> job, Instant at) {
        NoData.refuse(job.getData());
        sql.stage(job.getTaskName(), job.getId(), at);
    }

    /** Runs jobs at once that were never staged before, as soon as the transaction has committed. */
    public void stage(List<? extends TaskInstance<?>> fresh) {
        client.scheduleBatch(List.copyOf(fresh), clock.instant());
        look();
    }

    /** Those of the jobs that wait for a later time are due now; what runs, runs on. */
    public void hasten(List<? extends TaskInstance<?>> waiting) {
        waiting.stream()
                .collect(groupingBy(TaskInstance::getTaskName, mapping(TaskInstance::getId, toList())))
                .forEach((name, ids) -> sql.hasten(name, ids, clock.instant()));
        look();
    }

    /** Looks for due jobs as soon as the transaction has committed. */
    void look() {
        afterCommit(() -> runner.ifAvailable(JobRunner::look));
    }

    private static void afterCommit(Runnable step) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            step.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                step.run();
            }
        });
    }
}
