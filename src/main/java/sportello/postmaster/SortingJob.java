package sportello.postmaster;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sportello.jobs.Backoff;
import sportello.mailbox.MailboxId;

/** Each mailbox's job: to sort what has come in by it. */
@Configuration(proxyBeanMethods = false)
class SortingJob {
    private static final String NAME = "sort-mails";
    /** Then others have their turn. */
    private static final int AT_ONCE = 200;

    private static final Duration ROUND = Duration.ofSeconds(30);
    private static final Backoff AFTER_A_FAULT_OF_OURS = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(2));

    static TaskInstance<Void> of(MailboxId mailbox) {
        return new TaskInstance<>(NAME, Long.toString(mailbox.value()));
    }

    @Bean
    Task<Void> sortMails(Sorting sorting, SortingCalls calls) {
        return Tasks.custom(NAME, Void.class)
                .onFailure(AFTER_A_FAULT_OF_OURS::tryAgain)
                .execute((job, context) -> {
                    var mailbox = new MailboxId(Long.parseLong(job.getId()));
                    calls.during(mailbox, () -> sorting.some(mailbox, AT_ONCE));
                    return end(mailbox, calls);
                });
    }

    /** A mail whose call was lost, because the program died, is found within half a minute. */
    @Bean
    RecurringTask<Void> lookForMails(SortingCalls calls) {
        return Tasks.recurring("look-for-unsorted-mails", FixedDelay.of(ROUND))
                .execute((job, context) -> calls.round());
    }

    /** If more waits, the job is staged anew and looked for at once; one that goes on would wait for the next round. */
    private static CompletionHandler<Void> end(MailboxId mailbox, SortingCalls calls) {
        return (complete, job) -> {
            job.remove();
            calls.again(mailbox);
        };
    }
}
