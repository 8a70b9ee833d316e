package sportello.ticket;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks for what time brings to tickets: dates that have come, often enough that nobody waits a minute longer, idle locks,
 * and files that nobody wants any more.
 */
@Configuration(proxyBeanMethods = false)
class DueJob {

    @Bean
    Task<Void> fallDue(FallingDue tickets) {
        return Tasks.recurring("fall-due", FixedDelay.of(Duration.ofSeconds(20)))
                .execute((job, context) -> tickets.all());
    }

    @Bean
    Task<Void> releaseIdleLocks(IdleLocks locks) {
        return Tasks.recurring("release-idle-locks", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((job, context) -> locks.release());
    }

    @Bean
    Task<Void> sweepForgottenFiles(ForgottenFiles files) {
        return Tasks.recurring("sweep-forgotten-files", FixedDelay.of(Duration.ofMinutes(30)))
                .execute((job, context) -> files.sweep());
    }
}
