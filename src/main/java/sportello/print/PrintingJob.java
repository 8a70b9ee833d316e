package sportello.print;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sportello.jobs.Backoff;

/** Each long document's job: to be drawn, and if that fails, drawn later. */
@Configuration(proxyBeanMethods = false)
class PrintingJob {
    private static final String NAME = "draw-printout";
    private static final Backoff AFTER_A_FAULT_OF_OURS = new Backoff(Duration.ofMinutes(1), Duration.ofHours(1));

    static TaskInstance<Void> of(PrintoutId id) {
        return new TaskInstance<>(NAME, Long.toString(id.value()));
    }

    @Bean
    Task<Void> drawPrintout(Printouts printouts) {
        return Tasks.custom(NAME, Void.class)
                .onFailure(AFTER_A_FAULT_OF_OURS::tryAgain)
                .execute((job, context) -> {
                    printouts.draw(new PrintoutId(Long.parseLong(job.getId())));
                    return (complete, operations) -> operations.remove();
                });
    }
}
