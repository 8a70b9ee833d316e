package sportello.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who must have a second factor before the house opens, and has none: at the door, or within since before it was demanded. */
@Component
class Owing {
    private final HalfEntries halves;
    private final SessionSql sessions;
    private final Accounts accounts;
    private final Factors factors;
    private final Clock clock;

    Owing(HalfEntries halves, SessionSql sessions, Accounts accounts, Factors factors, Clock clock) {
        this.halves = halves;
        this.sessions = sessions;
        this.accounts = accounts;
        this.factors = factors;
        this.clock = clock;
    }

    /**
     * Whoever has a factor already shows it instead.
     *
     * @param token of half an entry, or of a session
     */
    Optional<Account> account(Secret token) {
        return halves.find(token)
                .or(() -> within(token))
                .filter(account -> factors.of(account.id()).isEmpty());
    }

    /** When whoever owes it last showed who it is; null for never. A factor that is yet to be set up proves nothing. */
    @Nullable Instant provenAt(Secret token) {
        return halves.provenAt(token).or(() -> sessions.provenAt(token.hash())).orElse(null);
    }

    private Optional<Account> within(Secret token) {
        return sessions.account(token.hash(), clock.instant())
                .filter(factors::isDemanded)
                .flatMap(accounts::find);
    }
}
