package sportello.mailbox;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import sportello.jobs.Jobs;

/**
 * A mail that its server did not hand over may have lain behind a bad line: it is asked for again by itself, and a person
 * need not decide if it comes.
 */
@Component
class AskingAgain {
    private static final Logger log = LoggerFactory.getLogger(AskingAgain.class);
    private static final Duration SOONEST = Duration.ofMinutes(5);
    private static final Duration LATEST = Duration.ofHours(6);
    private static final Duration PATIENCE = Duration.ofDays(5);

    private final FetchingAgain fetching;
    private final Arrivals arrivals;
    private final Jobs jobs;
    private final Clock clock;

    AskingAgain(FetchingAgain fetching, Arrivals arrivals, Jobs jobs, Clock clock) {
        this.fetching = fetching;
        this.arrivals = arrivals;
        this.jobs = jobs;
        this.clock = clock;
    }

    @EventListener
    void on(MailQuarantined aside) {
        if (aside.reason().equals(Arrival.UNFETCHABLE))
            jobs.stage(AskingAgainJob.of(aside.arrival()), clock.instant().plus(SOONEST));
    }

    /** @return when to ask once more; empty where the mail is here, is gone, or was asked for long enough */
    Optional<Instant> ask(ArrivalId id) {
        try {
            fetching.fetch(id);
            return Optional.empty();
        } catch (IOException e) {
            log.info("Mail {} is still not to be had: {}", id.value(), Watching.words(e));
            return arrivals.find(id).flatMap(this::next);
        }
    }

    /** As long again as it has been waiting. */
    private Optional<Instant> next(Arrival arrival) {
        var now = clock.instant();
        var waiting = Duration.between(arrival.arrivedAt(), now);
        if (waiting.compareTo(PATIENCE) > 0) return Optional.empty();
        if (waiting.compareTo(SOONEST) < 0) waiting = SOONEST;
        return Optional.of(now.plus(waiting.compareTo(LATEST) > 0 ? LATEST : waiting));
    }
}
