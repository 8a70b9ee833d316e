package sportello.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import sportello.audit.AccessKind;
import sportello.audit.Accessed;

/** The last step of every way in: a session, or first the second factor that is there or demanded. */
@Component
class Entering {
    private final Factors factors;
    private final HalfEntries halves;
    private final Sessions sessions;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Entering(Factors factors, HalfEntries halves, Sessions sessions, Clock clock, ApplicationEventPublisher events) {
        this.factors = factors;
        this.halves = halves;
        this.sessions = sessions;
        this.clock = clock;
        this.events = events;
    }

    /** Somebody who has just given the password. */
    Entry enter(AccountId account, Visitor visitor) {
        return enter(account, clock.instant(), visitor);
    }

    /**
     * Somebody for whom others vouch, which proves nothing of who sits at the browser now.
     *
     * @param provenAt when that somebody showed who it is, null where nobody says so
     */
    Entry enter(AccountId account, @Nullable Instant provenAt, Visitor visitor) {
        if (factors.of(account).isPresent()) return new Entry.ByCode(halves.open(account, provenAt));
        if (factors.isDemanded(account)) return bySetUp(account, provenAt);
        return open(account, provenAt, visitor);
    }

    /** Somebody who has just shown a code or a passkey. */
    Entry open(AccountId account, Visitor visitor) {
        return open(account, clock.instant(), visitor);
    }

    /** To somebody who owes nothing more; whoever has to wait until the house is open again is told so. */
    private Entry open(AccountId account, @Nullable Instant provenAt, Visitor visitor) {
        var session = sessions.open(account, provenAt, visitor);
        return sessions.find(session)
                .map(opened -> opened.isPaused() ? paused(account, session, opened) : granted(account, session, opened))
                .orElseGet(Entry.Denied::new);
    }

    private Entry granted(AccountId account, Secret session, Session opened) {
        events.publishEvent(Accessed.by(AccessKind.ENTERED, account.value(), ""));
        return new Entry.Granted(session, opened.viewer());
    }

    private Entry paused(AccountId account, Secret session, Session opened) {
        events.publishEvent(Accessed.by(AccessKind.DENIED, account.value(), "paused"));
        sessions.end(session);
        var language = opened.viewer().language();
        return new Entry.Paused(Optional.ofNullable(opened.maintenance())
                .map(maintenance -> maintenance.text(language))
                .orElse(""));
    }

    private Entry bySetUp(AccountId account, @Nullable Instant provenAt) {
        factors.begin(account);
        return new Entry.BySetUp(halves.open(account, provenAt));
    }
}
