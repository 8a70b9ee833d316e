package sportello.ticket;

import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;

/**
 * Drafts that colleagues may go on with: whoever could send it sees a shared one on its ticket, and takes it over or throws
 * it away. One person has it at a time, and everybody sees who.
 */
@Component
public class SharingDrafts {
    private final Drafts drafts;
    private final DraftSql sql;
    private final DraftEndSql ends;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    SharingDrafts(Drafts drafts, DraftSql sql, DraftEndSql ends, ApplicationEventPublisher publisher, Clock clock) {
        this.drafts = drafts;
        this.sql = sql;
        this.ends = ends;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Keeps the draft for the colleagues too.
     *
     * @throws TicketNotFound if the ticket does not exist for the viewer
     */
    @Transactional
    public Outcome<DraftKind> share(
            TicketNumber number, DraftKind kind, int article, Map<String, String> content, AgentViewer by) {
        if (!kind.isShareable()) return Outcome.refused("draft.own_only");
        return drafts.keep(number, kind, article, content, by).then(at -> {
            publisher.publishEvent(new DraftsChanged(sql.share(number, kind, Math.max(0, article), by.id())));
            return Outcome.done(kind);
        });
    }

    /** The draft is the agent's from now on, with its files. */
    @Transactional
    public Outcome<Draft> takeOver(TicketNumber number, long id, AgentViewer by) {
        ends.turnOf(by.id());
        var shared = sql.shared(number, id, by).orElse(null);
        if (shared == null) return Outcome.refused("draft.gone");
        var draft = shared.draft();
        if (sql.find(shared.ticket(), draft.kind(), draft.article(), by.id()).isPresent())
            return Outcome.refused("draft.two");
        sql.delete(number, draft.kind(), draft.article(), by.id());
        ends.end(number, draft.kind(), draft.article(), shared.author(), clock.instant());
        sql.handOver(id, by.id());
        publisher.publishEvent(new DraftsChanged(shared.ticket()));
        return Outcome.done(draft);
    }

    @Transactional
    public Outcome<Draft> discard(TicketNumber number, long id, AgentViewer by) {
        var shared = sql.shared(number, id, by).orElse(null);
        if (shared == null) return Outcome.refused("draft.gone");
        var draft = shared.draft();
        ends.end(number, draft.kind(), draft.article(), shared.author(), clock.instant());
        sql.delete(number, draft.kind(), draft.article(), shared.author());
        publisher.publishEvent(new DraftsChanged(shared.ticket()));
        return Outcome.done(draft);
    }
}
