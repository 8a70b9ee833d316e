package sportello.identity;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.audit.AccessKind;
import sportello.audit.Accessed;

/** People see through which browsers they have entered, and end what they do not know or need any more. */
@Component
public class OwnSessions {
    private final Accounts accounts;
    private final KeptSessionSql sql;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    OwnSessions(Accounts accounts, KeptSessionSql sql, Clock clock, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.sql = sql;
        this.clock = clock;
        this.events = events;
    }

    /**
     * In the order in which they began.
     *
     * @param own the token through which the person looks
     */
    public List<OpenSession> of(Viewer viewer, Secret own) {
        return sql.living(accounts.of(viewer).id().value(), true, own.hash(), clock.instant());
    }

    /** Ends one of the person's; one that is over stays over. */
    @Transactional
    public void end(Viewer viewer, Secret own, long id) {
        of(viewer, own).stream()
                .filter(session -> session.id() == id && !session.own())
                .forEach(this::end);
    }

    private void end(OpenSession session) {
        sql.delete(session.id());
        events.publishEvent(Accessed.by(AccessKind.SESSION_ENDED, session.account(), "own"));
    }

    /** Ends all but the one through which the person looks. */
    @Transactional
    public void endOthers(Viewer viewer, Secret own) {
        of(viewer, own).stream().filter(session -> !session.own()).forEach(this::end);
    }
}
