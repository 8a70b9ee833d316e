package sportello.webhook;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sportello.jobs.Backoff;

/** Each message's job: to be delivered, and if that fails, delivered later. */
@Configuration(proxyBeanMethods = false)
class DeliveringJob {
    private static final String NAME = "call-webhook";
    private static final Backoff AFTER_A_FAULT_OF_OURS = new Backoff(Duration.ofMinutes(1), Duration.ofHours(1));
    private static final Duration TEXTS_STAY = Duration.ofDays(30);

    static TaskInstance<Void> of(DeliveryId id) {
        return new TaskInstance<>(NAME, Long.toString(id.value()));
    }

    @Bean
    Task<Void> callWebhook(CallingWebhooks calling) {
        return Tasks.custom(NAME, Void.class)
                .onFailure(AFTER_A_FAULT_OF_OURS::tryAgain)
                .execute((job, context) -> {
                    var again = calling.deliver(new DeliveryId(Long.parseLong(job.getId())));
                    return again.isEmpty()
                            ? (complete, staged) -> staged.remove()
                            : (complete, staged) -> staged.reschedule(complete, again.get());
                });
    }

    /** What is said of tickets to others is not kept a second time for ever. */
    @Bean
    RecurringTask<Void> forgetWebhookTexts(DeliverySql sql, Clock clock) {
        return Tasks.recurring("forget-webhook-texts", FixedDelay.of(Duration.ofHours(6)))
                .execute((job, context) -> sql.forgetTexts(clock.instant().minus(TEXTS_STAY)));
    }
}
