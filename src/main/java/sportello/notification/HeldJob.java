package sportello.notification;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks whether somewhere the working hours have begun. */
@Configuration(proxyBeanMethods = false)
class HeldJob {

    @Bean
    Task<Void> tellWhatWaited(TellingHeld held) {
        return Tasks.recurring("tell-what-waited", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((job, context) -> held.tell());
    }
}
