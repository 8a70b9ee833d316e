package sportello.identity;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps up what has expired: sessions, links, counted tries. */
@Configuration(proxyBeanMethods = false)
class Purging {

    @Bean
    Task<Void> purgeExpiredEntries(
            Sessions sessions,
            Throttle throttle,
            ResetSql resets,
            NewcomerSql newcomers,
            HalfEntrySql halves,
            ApiTokenSql tokens,
            ChallengeSql challenges,
            FactorSql factors,
            Clock clock) {
        return Tasks.recurring("purge-expired-entries", FixedDelay.of(Duration.ofMinutes(30)))
                .execute((job, context) -> {
                    sessions.purge();
                    throttle.purge();
                    resets.deleteExpired(clock.instant());
                    newcomers.deleteExpired(clock.instant());
                    halves.deleteExpired(clock.instant());
                    tokens.deleteExpired(clock.instant());
                    challenges.deleteExpired(clock.instant());
                    factors.deleteExpiredDrafts(clock.instant());
                });
    }
}
