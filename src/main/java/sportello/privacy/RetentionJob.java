package sportello.privacy;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sportello.settings.Settings;

/** After the backup of the night, and never when people are at work: what is not done by then waits for the next night. */
@Configuration(proxyBeanMethods = false)
class RetentionJob {
    private static final LocalTime BEGINS = LocalTime.of(2, 30);
    private static final LocalTime ENDS = LocalTime.of(5, 0);

    @Bean
    Task<Void> emptyTickets(Retention retention, Settings settings, Clock clock) {
        return Tasks.recurring("empty-tickets", Schedules.daily(settings.timeZone(), BEGINS))
                .execute((job, context) -> empty(retention, settings, clock));
    }

    /** One that a stopped node left behind may come up in the middle of the day. */
    private static void empty(Retention retention, Settings settings, Clock clock) {
        if (!isNight(settings, clock)) return;
        while (isNight(settings, clock)) if (retention.some() == 0) break;
        retention.report();
    }

    private static boolean isNight(Settings settings, Clock clock) {
        var time = LocalTime.ofInstant(clock.instant(), settings.timeZone());
        return !time.isBefore(BEGINS) && time.isBefore(ENDS);
    }
}
