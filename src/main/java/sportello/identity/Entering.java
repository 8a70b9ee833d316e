package sportello.identity;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** The last step of every way in: a session, or first the second factor that is there or demanded. */
@Component
class Entering {
    private final Factors factors;
    private final HalfEntries halves;
    private final Sessions sessions;

    Entering(Factors factors, HalfEntries halves, Sessions sessions) {
        this.factors = factors;
        this.halves = halves;
        this.sessions = sessions;
    }

    Entry enter(AccountId account, Visitor visitor) {
        if (factors.of(account).isPresent()) return new Entry.ByCode(halves.open(account));
        if (factors.isDemanded(account)) return bySetUp(account);
        return open(account, visitor);
    }

    /** To somebody who owes nothing more; whoever has to wait until the house is open again is told so. */
    Entry open(AccountId account, Visitor visitor) {
        var session = sessions.open(account, visitor);
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

    private Entry bySetUp(AccountId account) {
        factors.begin(account);
        return new Entry.BySetUp(halves.open(account));
    }
}
