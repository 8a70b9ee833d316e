package sportello.configuration;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sportello.settings.Settings;

/** Before the backup, so that the night's version is in it. */
@Configuration(proxyBeanMethods = false)
class VersionJob {
    private static final LocalTime AT_NIGHT = LocalTime.of(1, 15);

    @Bean
    Task<Void> keepConfiguration(Versions versions, Settings settings) {
        return Tasks.recurring("keep-configuration", Schedules.daily(settings.timeZone(), AT_NIGHT))
                .execute((job, context) -> versions.keepNightly());
    }
}
