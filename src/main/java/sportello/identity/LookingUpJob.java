package sportello.identity;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Asks the directory again every hour. */
@Configuration(proxyBeanMethods = false)
class LookingUpJob {

    @Bean
    Task<Void> lookUpDirectory(LookingUp lookingUp) {
        return Tasks.recurring("look-up-directory", FixedDelay.of(Duration.ofHours(1)))
                .execute((job, context) -> lookingUp.lookUpAll());
    }
}
