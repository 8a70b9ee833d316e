package sportello.identity;

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
        var session = sessions.open(account, visitor);
        return sessions.viewer(session)
                .<Entry>map(viewer -> new Entry.Granted(session, viewer))
                .orElseGet(Entry.Denied::new);
    }

    private Entry bySetUp(AccountId account) {
        factors.begin(account);
        return new Entry.BySetUp(halves.open(account));
    }
}
