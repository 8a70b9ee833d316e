package sportello.mail;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.TestClock;
import sportello.base.Tripwire;
import sportello.settings.SmtpServer;

/** A day at the post: the test says how time passes, and the jobs that become due are done there and then. */
final class Day {
    private final JdbcClient db;
    private final TestClock clock;
    private final ScriptedServer server;
    private final Letters letters;
    private final ManualScheduler jobs;

    Day(
            DataSource database,
            JdbcClient db,
            List<Task<?>> tasks,
            TestClock clock,
            ScriptedServer server,
            Letters letters) {
        this.db = db;
        this.clock = clock;
        this.server = server;
        this.letters = letters;
        this.jobs = TestHelper.createManualScheduler(database, tasks)
                .clock(new SettableClock())
                .build();
    }

    /** The ground floor without the runner of jobs, whose part is played here. */
    @EnableAutoConfiguration
    @ComponentScan(
            value = {"sportello.settings", "sportello.storage", "sportello.database", "sportello.jobs", "sportello.mail"
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*JobRunner|.*LetterPaper"))
    @Import({Day.class, Tripwire.class})
    static class Ground {

        @Bean
        TestClock clock() {
            return new TestClock(Given.MORNING);
        }

        @Bean(destroyMethod = "close")
        ScriptedServer server() throws IOException {
            return new ScriptedServer();
        }

        @Bean
        SmtpServer address(ScriptedServer server) {
            return server.address();
        }
    }

    void begin() {
        db.sql("delete from scheduled_tasks").update();
        server.forget();
    }

    void pass(Duration time) {
        clock.advance(time);
        jobs.setTime(clock.instant());
        jobs.runAnyDueExecutions();
    }

    /** Whether a job is due now. */
    boolean hasWork() {
        return jobs.getScheduledExecutions().stream()
                .anyMatch(job -> !job.getExecutionTime().isAfter(clock.instant()));
    }

    ScriptedServer server() {
        return server;
    }

    Delivery delivery(LetterId letter) {
        return letters.deliveries(List.of(letter)).get(letter);
    }

    List<ScheduledExecution<Object>> jobs() {
        return jobs.getScheduledExecutions();
    }
}
