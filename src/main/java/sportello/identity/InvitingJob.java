package sportello.identity;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Writes the invitations of those whom a file has brought, some at a time: other letters leave in between. */
@Configuration(proxyBeanMethods = false)
class InvitingJob {
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int AT_A_TIME = 50;

    @Bean
    Task<Void> inviteNewcomers(Inviting inviting) {
        return Tasks.recurring("invite-newcomers", FixedDelay.of(PAUSE))
                .execute((job, context) -> inviting.inviteNext(AT_A_TIME));
    }
}
