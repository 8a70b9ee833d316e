package sportello.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;

/** Administrators see what the house does by itself, why it fails, and can have it tried again at once. */
@SportelloTest
@Transactional
class JobBoardTest {
    private static final String NAME = "sweep-the-floor";
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2020-01-02T00:00:00Z");
    private static final Instant FAR_AWAY = Instant.parse("2090-01-01T00:00:00Z");

    @Autowired
    private JobBoard board;

    @Autowired
    private FailureNotes notes;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Clock clock;

    @Test
    void jobs_are_counted_by_kind() {
        staged("late", LONG_AGO, false, 0);
        staged("later", LATER, false, 2);
        staged("tomorrow", FAR_AWAY, false, 0);
        staged("now", LONG_AGO, true, 0);

        assertThat(kinds()).containsExactly(new JobKind(NAME, 4, 2, 1, 1, LONG_AGO, LONG_AGO));
    }

    @Test
    void a_failure_keeps_its_reason_until_the_job_succeeds() {
        staged("kitchen", FAR_AWAY, false, 3);
        notes.onExecutionComplete(failure("kitchen", 2, new IllegalStateException("no broom")));

        assertThat(failing())
                .extracting(FailingJob::instance, FailingJob::failures, FailingJob::error)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("kitchen", 3, "java.lang.IllegalStateException: no broom"));

        notes.onExecutionComplete(success("kitchen", 3));
        db.sql("delete from scheduled_tasks where task_name = :name")
                .param("name", NAME)
                .update();
        assertThat(failing()).isEmpty();
    }

    @Test
    void a_job_that_was_given_up_is_still_seen_for_a_month() {
        notes.onExecutionComplete(failure("attic", 9, new IllegalStateException("no stairs")));
        assertThat(failing()).extracting(FailingJob::next).containsOnlyNulls();

        db.sql("update job_failure set at = :at where task_instance = 'attic'")
                .param("at", clock.instant().minus(Duration.ofDays(31)).atOffset(ZoneOffset.UTC))
                .update();
        notes.onExecutionComplete(failure("kitchen", 1, new IllegalStateException("no broom")));
        assertThat(failing()).extracting(FailingJob::instance).containsExactly("kitchen");
    }

    @Test
    void a_job_is_tried_at_once() {
        staged("kitchen", FAR_AWAY, false, 3);
        assertThat(board.hasten(NAME, "kitchen")).isPresent();
        assertThat(failing()).allSatisfy(job -> assertThat(job.next()).isBefore(FAR_AWAY));
    }

    @Test
    void a_job_at_work_or_gone_is_left_alone() {
        staged("hall", LONG_AGO, true, 1);
        assertThat(board.hasten(NAME, "hall")).isEmpty();
        assertThat(board.hasten(NAME, "nowhere")).isEmpty();
    }

    private List<JobKind> kinds() {
        return board.kinds().stream().filter(kind -> kind.name().equals(NAME)).toList();
    }

    private List<FailingJob> failing() {
        return board.failing().stream().filter(job -> job.name().equals(NAME)).toList();
    }

    private ExecutionComplete failure(String instance, int before, Throwable cause) {
        return ExecutionComplete.failure(execution(instance, before), clock.instant(), clock.instant(), cause);
    }

    private ExecutionComplete success(String instance, int before) {
        return ExecutionComplete.success(execution(instance, before), clock.instant(), clock.instant());
    }

    private Execution execution(String instance, int failures) {
        return new Execution(
                clock.instant(), new TaskInstance<>(NAME, instance), false, null, null, null, failures, null, 1);
    }

    private void staged(String instance, Instant at, boolean picked, int failures) {
        db.sql("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, consecutive_failures,
                                             last_failure, version)
                values (:name, :instance, :at, :picked, :failures, :failed, 1)
                """)
                .param("name", NAME)
                .param("instance", instance)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("picked", picked)
                .param("failures", failures)
                .param("failed", LONG_AGO.atOffset(ZoneOffset.UTC))
                .update();
    }
}
