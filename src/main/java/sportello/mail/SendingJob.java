package sportello.mail;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sportello.jobs.Backoff;

/** Each letter's job: to be sent, and if that fails, sent later. */
@Configuration(proxyBeanMethods = false)
class SendingJob {

    private static final String NAME = "send-letter";
    private static final Backoff AFTER_A_FAULT_OF_OURS = new Backoff(Duration.ofMinutes(1), Duration.ofHours(1));

    static TaskInstance<Void> of(LetterId id) {
        return new TaskInstance<>(NAME, Long.toString(id.value()));
    }

    @Bean
    Task<Void> sendLetter(Sending sending) {
        return Tasks.custom(NAME, Void.class)
                .onFailure(AFTER_A_FAULT_OF_OURS::tryAgain)
                .execute((job, context) -> next(sending.send(new LetterId(Long.parseLong(job.getId())))));
    }

    private static CompletionHandler<Void> next(Sending.Next next) {
        return switch (next) {
            case Sending.Next.Done() -> (complete, job) -> job.remove();
            case Sending.Next.Again(var at) -> (complete, job) -> job.reschedule(complete, at);
        };
    }
}
