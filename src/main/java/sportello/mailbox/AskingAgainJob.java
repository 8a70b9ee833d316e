package sportello.mailbox;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sportello.jobs.Backoff;

/** The job of each mail that its server did not hand over: to be asked for again. */
@Configuration(proxyBeanMethods = false)
class AskingAgainJob {
    private static final String NAME = "ask-for-mail-again";
    private static final Backoff AFTER_A_FAULT_OF_OURS = new Backoff(Duration.ofMinutes(1), Duration.ofHours(1));

    static TaskInstance<Void> of(ArrivalId id) {
        return new TaskInstance<>(NAME, Long.toString(id.value()));
    }

    @Bean
    Task<Void> askForMailAgain(AskingAgain asking) {
        return Tasks.custom(NAME, Void.class)
                .onFailure(AFTER_A_FAULT_OF_OURS::tryAgain)
                .execute((job, context) -> {
                    var again = asking.ask(new ArrivalId(Long.parseLong(job.getId())));
                    return again.isEmpty()
                            ? (complete, staged) -> staged.remove()
                            : (complete, staged) -> staged.reschedule(complete, again.get());
                });
    }
}
