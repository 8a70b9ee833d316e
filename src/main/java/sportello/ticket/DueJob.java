package sportello.ticket;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for waiting tickets whose date has come, often enough that nobody waits a minute longer. */
@Configuration(proxyBeanMethods = false)
class DueJob {

    @Bean
    Task<Void> fallDue(FallingDue tickets) {
        return Tasks.recurring("fall-due", FixedDelay.of(Duration.ofSeconds(20)))
                .execute((job, context) -> tickets.all());
    }
}
