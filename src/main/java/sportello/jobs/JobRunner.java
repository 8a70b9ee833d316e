package sportello.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import sportello.settings.Settings;

/** Runs what is due: the last to start, when everything else is ready, and the first to stop. */
@Component
class JobRunner implements SmartLifecycle {

    private static final int THREADS = 8;
    private static final Duration POLLING = Duration.ofSeconds(2);
    private static final Duration OFTEN = Duration.ofSeconds(1);
    /** A node that dies leaves its jobs to the others after four missed beats; to itself, when it starts again. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(30);
    /** A little less than what the whole program takes for stopping. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(15);

    private final DataSource database;
    private final JobSql sql;
    private final ObjectProvider<Estate> estates;
    private final Settings settings;
    private final List<Task<?>> jobs;
    private final FailureNotes notes;
    private final Unsettled unsettled;
    private final Clock clock;
    private final String node = ManagementFactory.getRuntimeMXBean().getName() + "-" + UUID.randomUUID();

    private volatile @Nullable Scheduler running;

    JobRunner(
            DataSource database,
            JobSql sql,
            ObjectProvider<Estate> estates,
            Settings settings,
            List<Task<?>> jobs,
            FailureNotes notes,
            Unsettled unsettled,
            Clock clock) {
        this.database = database;
        this.sql = sql;
        this.estates = estates;
        this.settings = settings;
        this.jobs = jobs;
        this.notes = notes;
        this.unsettled = unsettled;
        this.clock = clock;
    }

    /** Looks for due jobs now instead of at the next round. */
    void look() {
        var scheduler = running;
        if (scheduler != null) scheduler.triggerCheckForDueExecutions();
    }

    @Override
    public synchronized void start() {
        if (running != null) return;
        // the database that a desk brings along is its alone: whoever was at work there is dead
        if (settings.database().isEmbedded()) takeBack();
        var scheduler = scheduler();
        scheduler.start();
        running = scheduler;
        Thread.ofVirtual().name("unsettled-jobs").start(() -> lookForUnsettled(scheduler));
    }

    private void lookForUnsettled(Scheduler scheduler) {
        try {
            while (scheduler.equals(running)) {
                unsettled.look(node, scheduler);
                Thread.sleep(OFTEN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void stop() {
        var scheduler = running;
        running = null;
        if (scheduler != null) scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private void takeBack() {
        estates.forEach(Estate::takeBack);
        sql.takeBack(clock.instant());
    }

    private Scheduler scheduler() {
        return Scheduler.create(
                        database,
                        jobs.stream().filter(job -> !startsItself(job)).toList())
                .startTasks(startingThemselves(jobs))
                .schedulerName(new SchedulerName.Fixed(node))
                .serializer(new NoData())
                .jdbcCustomization(JobsConfiguration.POSTGRES)
                .clock(clock::instant)
                .addSchedulerListener(notes)
                .addSchedulerListener(unsettled)
                .threads(THREADS)
                .pollingInterval(POLLING)
                .pollUsingLockAndFetch(0.5, 1.0)
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(LAST_WORDS)
                .build();
    }

    private static boolean startsItself(Task<?> job) {
        return job instanceof OnStartup;
    }

    @SuppressWarnings("unchecked") // both types were asked for; the compiler cannot say so of a list
    private static <T extends Task<?> & OnStartup> List<T> startingThemselves(List<Task<?>> jobs) {
        return jobs.stream().filter(JobRunner::startsItself).map(job -> (T) job).toList();
    }
}
