package sportello.bulk;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sportello.jobs.Backoff;

/** Each bulk's job: it goes on where it stopped, after a shutdown at once, after a failure a little later. */
@Configuration(proxyBeanMethods = false)
class BulkJob {
    private static final String NAME = "work-on-many-tickets";
    private static final Backoff AFTER_A_FAILURE = new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(10));

    static TaskInstance<Void> of(BulkId id) {
        return new TaskInstance<>(NAME, Long.toString(id.value()));
    }

    @Bean
    Task<Void> workOnManyTickets(RunningBulk running) {
        return Tasks.custom(NAME, Void.class)
                .onFailure(AFTER_A_FAILURE::tryAgain)
                .execute((job, context) -> next(running.run(
                        new BulkId(Long.parseLong(job.getId())),
                        () -> context.getSchedulerState().isShuttingDown())));
    }

    private static CompletionHandler<Void> next(boolean over) {
        return over
                ? (complete, job) -> job.remove()
                : (complete, job) -> job.reschedule(complete, complete.getTimeDone());
    }
}
