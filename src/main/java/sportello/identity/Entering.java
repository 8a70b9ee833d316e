package sportello.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The last step of every way in: a session, or first the second factor that is there or demanded. */
@Component
class Entering {
    private final Factors factors;
    private final HalfEntries halves;
    private final Sessions sessions;
    private final Clock clock;

    Entering(Factors factors, HalfEntries halves, Sessions sessions, Clock clock) {
        this.factors = factors;
        this.halves = halves;
        this.sessions = sessions;
        this.clock = clock;
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
                .map(opened ->
                        opened.isPaused() ? paused(session, opened) : new Entry.Granted(session, opened.viewer()))
                .orElseGet(Entry.Denied::new);
    }

    private Entry paused(Secret session, Session opened) {
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
