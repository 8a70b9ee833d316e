package sportello.mailkey;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sportello.jobs.HouseZone;
import sportello.jobs.Nightly;

/** Shortly before people come to work. */
@Configuration(proxyBeanMethods = false)
class EndingMailKeyJob {
    private static final LocalTime IN_THE_MORNING = LocalTime.of(6, 45);

    @Bean
    Task<Void> tellOfEndingKeys(EndingMailKeys keys, HouseZone house) {
        return Tasks.recurring("tell-of-ending-keys", new Nightly(house, IN_THE_MORNING))
                .execute((job, context) -> keys.look());
    }
}
