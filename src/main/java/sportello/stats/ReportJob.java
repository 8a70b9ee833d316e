package sportello.stats;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sportello.jobs.Backoff;
import sportello.jobs.Jobs;

/** Each report that is due is a job of its own: one that fails keeps no other back. */
@Configuration(proxyBeanMethods = false)
class ReportJob {
    private static final String NAME = "mail-report";
    private static final Duration LOOKS = Duration.ofMinutes(5);
    private static final Backoff PAUSES = new Backoff(Duration.ofMinutes(1), Duration.ofHours(1));

    @Bean
    Task<Void> lookForReports(MailingReports mailing, Jobs jobs) {
        return Tasks.recurring("look-for-reports", FixedDelay.of(LOOKS))
                .execute((job, context) ->
                        mailing.due().forEach(id -> jobs.stage(new TaskInstance<Void>(NAME, "" + id))));
    }

    @Bean
    Task<Void> mailReport(MailingReports mailing) {
        return Tasks.custom(NAME, Void.class).onFailure(PAUSES::tryAgain).execute((job, context) -> {
            mailing.mail(Long.parseLong(job.getId()));
            return (complete, done) -> done.remove();
        });
    }
}
