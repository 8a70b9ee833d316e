package sportello.jobs;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import sportello.database.OwnDatabase;
import sportello.settings.DatabaseSettings;
import sportello.settings.Settings;

@SpringBootTest(classes = JobsTest.Ground.class)
@OwnDatabase
class JobsTest {

    @EnableAutoConfiguration
    @ComponentScan({"sportello.settings", "sportello.database", "sportello.jobs"})
    static class Ground {

        final BlockingQueue<String> done = new ArrayBlockingQueue<>(100);
        final BlockingQueue<String> taken = new ArrayBlockingQueue<>(10);
        final Set<String> lost = ConcurrentHashMap.newKeySet();
        final BlockingQueue<String> rounds = new ArrayBlockingQueue<>(1);

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        Estate estate() {
            return () -> taken.add("back");
        }

        @Bean
        Task<Void> noteItDown() {
            return Tasks.oneTime("note-it-down").execute((job, context) -> done.add(job.getId()));
        }

        /** Once as if the database were away when its end is written down. */
        @Bean
        Task<Void> loseItsEnd() {
            return Tasks.custom("lose-its-end", Void.class).execute((job, context) -> {
                done.add(job.getId());
                if (lost.add(job.getId()))
                    return (complete, staged) -> {
                        throw new IllegalStateException("nobody can write it down");
                    };
                return (complete, staged) -> staged.remove();
            });
        }

        @Bean
        Task<Void> makeTheRounds() {
            return Tasks.recurring("make-the-rounds", FixedDelay.of(Duration.ofHours(1)))
                    .execute((job, context) -> rounds.add("done"));
        }
    }

    @Autowired
    Ground ground;

    @Autowired
    Jobs jobs;

    @Autowired
    JobRunner runner;

    @Autowired
    SchedulerClient client;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient db;

    @Autowired
    JobSql sql;

    @Autowired
    ObjectProvider<Estate> estates;

    @Autowired
    FailureNotes notes;

    @Autowired
    Unsettled unsettled;

    @Autowired
    Settings settings;

    @Test
    void a_job_runs_when_its_transaction_has_committed() throws Exception {
        transaction.executeWithoutResult(status -> {
            jobs.stage(noting("committed"));
            assertThat(ground.done).doesNotContain("committed");
        });

        assertThat(done()).isEqualTo("committed");
    }

    @Test
    void a_job_of_a_transaction_that_came_to_nothing_was_never_staged() throws Exception {
        transaction.executeWithoutResult(status -> {
            jobs.stage(noting("rolled back"));
            status.setRollbackOnly();
        });
        jobs.stage(noting("after it"));

        assertThat(done()).isEqualTo("after it");
        assertThat(client.getScheduledExecution(noting("rolled back"))).isEmpty();
    }

    @Test
    void staging_a_job_twice_leaves_one() {
        var tomorrow = clock.instant().plus(Duration.ofDays(1));
        jobs.stage(noting("tomorrow"), tomorrow);
        jobs.stage(noting("tomorrow"), tomorrow.plus(Duration.ofDays(1)));

        assertThat(client.getScheduledExecution(noting("tomorrow"))
                        .orElseThrow()
                        .getExecutionTime())
                .isBetween(tomorrow.minusMillis(1), tomorrow.plusMillis(1));
    }

    @Test
    void two_who_stage_a_job_in_the_same_moment_leave_one() throws Exception {
        var tomorrow = clock.instant().plus(Duration.ofDays(1));
        var second = new CompletableFuture<Void>();
        transaction.executeWithoutResult(status -> {
            jobs.stage(noting("by two"), tomorrow);
            Thread.ofVirtual().start(() -> {
                try {
                    transaction.executeWithoutResult(other -> jobs.stage(noting("by two"), tomorrow));
                    second.complete(null);
                } catch (RuntimeException e) {
                    second.completeExceptionally(e);
                }
            });
            while (!second.isDone() && waitingForALock() == 0) Thread.onSpinWait();
        });

        second.get(30, SECONDS);
        assertThat(client.getScheduledExecution(noting("by two"))).isPresent();
    }

    /** What a transaction has once seen of the others it sees until its end, unless it forgets that. */
    private int waitingForALock() {
        db.sql("select pg_stat_clear_snapshot()").query((row, number) -> 0).single();
        return db.sql(
                        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                .query(Integer.class)
                .single();
    }

    @Test
    void a_recurring_job_starts_itself() throws Exception {
        assertThat(ground.rounds.poll(30, SECONDS)).isEqualTo("done");
    }

    @Test
    void jobs_wait_while_the_house_is_closed_and_run_when_it_opens_again() throws Exception {
        runner.stop();
        jobs.stage(noting("in the night"));
        assertThat(runner.isRunning()).isFalse();
        assertThat(client.getScheduledExecution(noting("in the night"))).isPresent();

        runner.start();

        assertThat(done()).isEqualTo("in the night");
    }

    @Test
    void a_program_that_died_takes_up_at_once_what_it_left_in_its_own_database() throws Exception {
        leftAtWork("in the hands of the dead");
        runner.stop();
        runner.start();
        assertThat(isAtWork("in the hands of the dead"))
                .as("another node may be at it")
                .isTrue();
        assertThat(ground.taken).isEmpty();

        runner.stop();
        var alone = runnerOfItsOwnDatabase();
        alone.start();

        assertThat(done()).isEqualTo("in the hands of the dead");
        assertThat(ground.taken).containsExactly("back");
        alone.stop();
        runner.start();
    }

    /** By its heartbeats alone it would seem to be at work for three minutes. */
    @Test
    void a_job_whose_end_could_not_be_written_down_begins_anew_soon() throws Exception {
        jobs.stage(new TaskInstance<>("lose-its-end", "twice"));

        assertThat(done()).isEqualTo("twice");
        assertThat(done()).isEqualTo("twice");
    }

    private JobRunner runnerOfItsOwnDatabase() {
        var own = new DatabaseSettings(null, null, null, 10);
        return new JobRunner(
                database,
                sql,
                estates,
                new Settings(
                        settings.home(),
                        settings.port(),
                        settings.address(),
                        settings.baseUrl(),
                        settings.proxies(),
                        own,
                        settings.smtp(),
                        settings.lmtp(),
                        settings.certificate(),
                        settings.pec(),
                        settings.backup(),
                        settings.timeZone(),
                        settings.systemId(),
                        null),
                List.of(ground.noteItDown()),
                notes,
                unsettled,
                clock);
    }

    /** As a node leaves it that is killed, and was heard of a moment ago. */
    private void leftAtWork(String id) {
        jobs.stage(noting(id), clock.instant().plus(Duration.ofDays(1)));
        db.sql("""
                update scheduled_tasks
                   set picked = true, picked_by = 'dead', last_heartbeat = now(), execution_time = now()
                 where task_instance = :id
                """).param("id", id).update();
    }

    private boolean isAtWork(String id) {
        return client.getScheduledExecution(noting(id)).orElseThrow().isPicked();
    }

    @Test
    void a_job_cannot_carry_objects() {
        var withData = new TaskInstance<>("note-it-down", "1", new StringBuilder("data"));

        assertThatThrownBy(() -> jobs.stage(withData)).hasMessageContaining("a job carries no data");
    }

    private String done() throws InterruptedException {
        return ground.done.poll(30, SECONDS);
    }

    private static TaskInstance<Void> noting(String id) {
        return new TaskInstance<>("note-it-down", id);
    }
}
