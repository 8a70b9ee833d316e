package sportello.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The browsers through which people have entered. A session ends after half a day of silence, and after a week at the latest. */
@Component
public class Sessions {
    static final Duration IDLE = Duration.ofHours(12);
    private static final Duration ABSOLUTE = Duration.ofDays(7);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final SessionSql sql;
    private final Clock clock;

    Sessions(SessionSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Who holds this token, as the rights are now; nobody, if the session is over. */
    @Transactional
    public Optional<Viewer> viewer(Secret token) {
        var now = clock.instant();
        var session = sql.find(token.hash(), now, now.minus(IDLE));
        session.map(Session::seenAt)
                .filter(seenAt -> seenAt.isBefore(now.minus(SEEN_EVERY)))
                .ifPresent(longAgo -> sql.seen(token.hash(), now));
        return session.map(Session::viewer);
    }

    /** Ends the session; one that is over stays over. */
    @Transactional
    public void end(Secret token) {
        sql.delete(token.hash());
    }

    /** Removes the sessions that nobody can use any more. */
    @Transactional
    public void purge() {
        var now = clock.instant();
        sql.deleteDead(now, now.minus(IDLE));
    }

    Secret open(AccountId account, Visitor visitor) {
        var token = Secret.fresh();
        var now = clock.instant();
        sql.insert(token.hash(), account, now, now.plus(ABSOLUTE), visitor);
        return token;
    }

    void endAllOf(AccountId account) {
        sql.deleteAllOf(account);
    }
}
