package sportello.identity;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sportello.customer.CustomerUserId;
import sportello.jobs.Backoff;

/** The job that writes the letter with the link. */
@Configuration(proxyBeanMethods = false)
class ResetJob {
    private static final String NAME = "reset-password";
    private static final String NOBODY = "nobody";
    private static final String NEWCOMER = "newcomer-";
    private static final int TRIES = 5;
    private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(20), Duration.ofMinutes(5));

    static TaskInstance<Void> of(Optional<AccountId> account) {
        return new TaskInstance<>(NAME, account.map(AccountId::toString).orElse(NOBODY));
    }

    /** For a customer user who has no account yet. */
    static TaskInstance<Void> of(CustomerUserId newcomer) {
        return new TaskInstance<>(NAME, NEWCOMER + newcomer.value());
    }

    private static void write(String whom, ResetLetters letters, PortalLetters portal) {
        if (whom.startsWith(NEWCOMER))
            portal.answer(new CustomerUserId(Long.parseLong(whom.substring(NEWCOMER.length()))));
        else if (!whom.equals(NOBODY)) letters.send(new AccountId(Long.parseLong(whom)));
    }

    /** Who asked will ask again: after a few failures the job is dropped. */
    @Bean
    Task<Void> resetPassword(ResetLetters letters, PortalLetters portal) {
        return Tasks.custom(NAME, Void.class)
                .onFailure((failed, job) -> {
                    var failures = failed.getExecution().consecutiveFailures + 1;
                    if (failures >= TRIES) job.remove();
                    else job.reschedule(failed, failed.getTimeDone().plus(PAUSES.after(failures)));
                })
                .execute((job, context) -> {
                    write(job.getId(), letters, portal);
                    return (complete, done) -> done.remove();
                });
    }
}
