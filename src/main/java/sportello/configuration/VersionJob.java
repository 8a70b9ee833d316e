package sportello.configuration;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sportello.jobs.HouseZone;
import sportello.jobs.Nightly;

/** Before the backup, so that the night's version is in it. */
@Configuration(proxyBeanMethods = false)
class VersionJob {
    private static final LocalTime AT_NIGHT = LocalTime.of(1, 15);

    @Bean
    Task<Void> keepConfiguration(Versions versions, HouseZone house) {
        return Tasks.recurring("keep-configuration", new Nightly(house, AT_NIGHT))
                .execute((job, context) -> versions.keepNightly());
    }
}
