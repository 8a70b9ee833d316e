package sportello.identity;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sportello.audit.AccessLog;
import sportello.jobs.HouseZone;
import sportello.jobs.Nightly;
import sportello.saml.SamlTravel;

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
            SamlTravel saml,
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
                    saml.purge();
                });
    }

    /** When few are at work; a line of the log says what is gone. */
    @Bean
    Task<Void> cutAccessLog(AccessLog log, KeepingAccess rules, HouseZone house, Clock clock) {
        return Tasks.recurring("cut-access-log", new Nightly(house, LocalTime.of(3, 40)))
                .execute((job, context) -> log.cut(clock.instant()
                        .atZone(house.zone())
                        .minusMonths(rules.get().logMonths())
                        .toInstant()));
    }
}
