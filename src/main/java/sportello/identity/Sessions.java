package sportello.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.audit.AccessKind;
import sportello.audit.AccessLog;
import sportello.audit.Accessed;

/**
 * The browsers through which people have entered. A session ends after as much silence as the house allows, and at the
 * latest after as many hours ({@link AccessRules}). Of a person who has too many, the one that was seen longest ago ends.
 */
@Component
public class Sessions {
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    /** At once, of one person. */
    static final int MOST = 20;

    private final SessionSql sql;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final AccessLog log;

    Sessions(SessionSql sql, Clock clock, ApplicationEventPublisher events, AccessLog log) {
        this.sql = sql;
        this.clock = clock;
        this.events = events;
        this.log = log;
    }

    /** Who holds this token, as the rights are now; nobody, if the session is over. */
    @Transactional
    public Optional<Viewer> viewer(Secret token) {
        return find(token).map(Session::viewer);
    }

    /** The same, with what is done to the house right now. */
    @Transactional
    public Optional<Session> find(Secret token) {
        var now = clock.instant();
        var session = sql.find(token.hash(), now);
        session.map(Session::seenAt)
                .filter(seenAt -> seenAt.isBefore(now.minus(SEEN_EVERY)))
                .ifPresent(longAgo -> sql.seen(token.hash(), now));
        return session;
    }

    /** Ends the session; one that is over stays over. */
    @Transactional
    public void end(Secret token) {
        sql.delete(token.hash()).ifPresent(account -> events.publishEvent(Accessed.by(AccessKind.LEFT, account, "")));
    }

    /** Removes the sessions that nobody can use any more; one that is just being ended is left to whoever ends it. */
    @Transactional
    public void purge() {
        log.hold();
        sql.deleteDead(clock.instant()).forEach(dead -> ended(dead.account(), dead.why()));
    }

    private void ended(long account, String why) {
        events.publishEvent(Accessed.by(AccessKind.SESSION_ENDED, account, why));
    }

    /** For somebody who has just shown who it is. */
    Secret open(AccountId account, Visitor visitor) {
        return open(account, clock.instant(), visitor);
    }

    /** @param provenAt when somebody showed who it is, here or at a provider that says when; null for never */
    Secret open(AccountId account, @Nullable Instant provenAt, Visitor visitor) {
        var token = Secret.fresh();
        sql.insert(token.hash(), account, clock.instant(), provenAt, visitor);
        for (var pushed = sql.deleteBeyond(account, MOST); pushed > 0; pushed--) ended(account.value(), "many");
        return token;
    }

    /** The only session that is left to somebody with another factor. */
    Enrolled enrol(AccountId account, List<RecoveryCode> codes, @Nullable Instant provenAt, Visitor visitor) {
        var session = open(account, provenAt, visitor);
        var readable = codes.stream().map(RecoveryCode::readable).toList();
        return new Enrolled(readable, session, viewer(session).orElseThrow());
    }

    void endAllOf(AccountId account) {
        sql.deleteAllOf(account);
    }
}
