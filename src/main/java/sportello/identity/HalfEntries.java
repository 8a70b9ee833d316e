package sportello.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People who are known by a password, a provider or a proxy, and still owe a code. Nothing of the house is open to them. */
@Component
class HalfEntries {
    private static final Duration GOOD_FOR = Duration.ofMinutes(15);

    private final HalfEntrySql sql;
    private final Accounts accounts;
    private final Clock clock;

    HalfEntries(HalfEntrySql sql, Accounts accounts, Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param provenAt when they showed who they are, null for never */
    Secret open(AccountId account, @Nullable Instant provenAt) {
        var token = Secret.fresh();
        sql.insert(token.hash(), account, provenAt, clock.instant().plus(GOOD_FOR));
        return token;
    }

    /** Whose it is; nobody's, if it is too old or the person may not enter any more. */
    Optional<Account> find(Secret token) {
        return sql.find(token.hash(), clock.instant()).flatMap(accounts::find);
    }

    Optional<Instant> provenAt(Secret token) {
        return sql.provenAt(token.hash());
    }

    /** Those of the person are over. */
    void close(AccountId account) {
        sql.deleteAllOf(account);
    }
}
