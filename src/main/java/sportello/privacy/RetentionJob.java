package sportello.privacy;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sportello.jobs.HouseZone;
import sportello.jobs.Nightly;

/** After the backup of the night, and never when people are at work: what is not done by then waits for the next night. */
@Configuration(proxyBeanMethods = false)
class RetentionJob {
    private static final LocalTime BEGINS = LocalTime.of(2, 30);
    private static final LocalTime ENDS = LocalTime.of(5, 0);

    @Bean
    Task<Void> emptyTickets(Retention retention, HouseZone house, Clock clock) {
        return Tasks.recurring("empty-tickets", new Nightly(house, BEGINS))
                .execute((job, context) -> empty(retention, house, clock));
    }

    /** One that a stopped node left behind may come up in the middle of the day. */
    private static void empty(Retention retention, HouseZone house, Clock clock) {
        if (!isNight(house, clock)) return;
        while (isNight(house, clock)) if (retention.some() == 0) break;
        retention.report();
    }

    private static boolean isNight(HouseZone house, Clock clock) {
        var time = LocalTime.ofInstant(clock.instant(), house.zone());
        return !time.isBefore(BEGINS) && time.isBefore(ENDS);
    }
}
