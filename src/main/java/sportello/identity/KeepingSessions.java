package sportello.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.AccessKind;
import sportello.audit.Accessed;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Outcome;

/** Administrators see who is logged in, and end sessions: who was at work through one logs in anew at the next click. */
@Component
public class KeepingSessions {
    private final KeptSessionSql sql;
    private final Book book;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    KeepingSessions(KeptSessionSql sql, Book book, Clock clock, ApplicationEventPublisher events) {
        this.sql = sql;
        this.book = book;
        this.clock = clock;
        this.events = events;
    }

    /** What the book tells of a session. */
    private record Written(Instant since, String from, String browser) {}

    /**
     * Those in whose person or address the words stand, last seen first.
     *
     * @param own the token through which the administrator looks
     */
    public List<OpenSession> living(String sought, Secret own, int most) {
        return sql.living(sought, own.hash(), clock.instant(), most);
    }

    /** Whose it was; the own one is ended by logging out. */
    @Transactional
    public Outcome<String> end(long id, Secret own, Authority by) {
        return end(id, false, own, by);
    }

    /** All of an account, but for the one through which the administrator looks; whose they were. */
    @Transactional
    public Outcome<String> endAllOf(long account, Secret own, Authority by) {
        return end(account, true, own, by);
    }

    private Outcome<String> end(long id, boolean all, Secret own, Authority by) {
        if (!by.administrator()) return Outcome.refused("agents.administer");
        var ended = sql.living(id, all, own.hash(), clock.instant()).stream()
                .filter(session -> !session.own())
                .toList();
        if (ended.isEmpty()) return Outcome.refused("sessions.over");
        ended.forEach(this::end);
        return Outcome.done(ended.getFirst().name());
    }

    private void end(OpenSession session) {
        sql.delete(session.id());
        var was = new Written(session.since(), session.address(), session.browser());
        events.publishEvent(Accessed.by(AccessKind.SESSION_ENDED, session.account(), "administrator"));
        book.write(Topic.SESSIONS, session.id(), session.name(), was, null);
    }
}
