package sportello.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;

/**
 * What agents have begun to write and not sent, each for its author alone: it outlives the page, the session and the
 * machine. No lock and no version stands in its way, for it changes nothing of the ticket.
 */
@Component
public class Drafts {
    /** In characters, pictures included. */
    public static final int LONGEST = 12_000_000;

    private static final Duration SENT_ARE_KEPT = Duration.ofHours(1);
    private static final Duration ENDS_ARE_KNOWN = Duration.ofDays(1);

    private final DraftSql sql;
    private final DraftEndSql ends;
    private final DraftFileSql files;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Drafts(DraftSql sql, DraftEndSql ends, DraftFileSql files, ApplicationEventPublisher publisher, Clock clock) {
        this.sql = sql;
        this.ends = ends;
        this.files = files;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Keeps the draft in place of an earlier one of its kind. Answers when.
     *
     * @throws TicketNotFound if the ticket does not exist for the viewer
     */
    @Transactional
    public Outcome<Instant> keep(
            TicketNumber number, DraftKind kind, int article, Map<String, String> content, AgentViewer by) {
        if (isTooLong(content)) return Outcome.refused("draft.long");
        var draft = new Draft(kind, Math.max(0, article), content, clock.instant());
        if (sql.save(number, draft, by).isEmpty()) throw new TicketNotFound(number);
        return Outcome.done(draft.savedAt());
    }

    /** The same where there is no ticket yet, or there are many. */
    @Transactional
    public Outcome<Instant> keepAtDesk(DraftKind kind, int about, Map<String, String> content, AgentViewer by) {
        if (isTooLong(content)) return Outcome.refused("draft.long");
        var draft = new Draft(kind, Math.max(0, about), content, clock.instant());
        sql.saveAtDesk(draft, by.id());
        return Outcome.done(draft.savedAt());
    }

    static boolean isTooLong(Map<String, String> content) {
        return content.values().stream().mapToInt(String::length).sum() > LONGEST;
    }

    /** The viewer's own of one kind. */
    public Optional<Draft> find(TicketId ticket, DraftKind kind, int article, AgentViewer viewer) {
        return sql.find(ticket, kind, article, viewer.id());
    }

    /** The viewer's own of one kind that belongs to no ticket. */
    public Optional<Draft> findAtDesk(DraftKind kind, int about, AgentViewer viewer) {
        return sql.find(null, kind, Math.max(0, about), viewer.id());
    }

    /**
     * The draft was mailed as an article, which has its files now. It is out of sight, but kept for as long as that can be
     * recalled.
     *
     * @throws TicketNotFound if the ticket does not exist for the viewer
     */
    @Transactional
    public void sent(
            TicketNumber number,
            DraftKind kind,
            int article,
            Map<String, String> content,
            ArticleId as,
            AgentViewer by) {
        var now = clock.instant();
        sql.forgetSent(by.id(), now.minus(SENT_ARE_KEPT));
        end(number, kind, article, by);
        var draft = sql.save(number, new Draft(kind, Math.max(0, article), content, now), by)
                .orElseThrow(() -> new TicketNotFound(number));
        sql.sendAs(draft, as);
        files.letGo(draft);
    }

    /** The viewer's own that was mailed as this article. */
    public Optional<Draft> sentAs(TicketNumber number, int no, AgentViewer viewer) {
        return sql.sentAs(number, no, viewer.id());
    }

    /** Forgets the draft, because it was sent or is not wanted any more; where there is none nothing changes. */
    @Transactional
    public void discard(TicketNumber number, DraftKind kind, int article, AgentViewer by) {
        end(number, kind, article, by);
        sql.delete(number, kind, article, by.id());
    }

    @Transactional
    public void discardAtDesk(DraftKind kind, int about, AgentViewer by) {
        end(null, kind, about, by);
        sql.deleteAtDesk(kind, Math.max(0, about), by.id());
    }

    /** Forgets it because nothing stands in it just now; its form goes on. */
    @Transactional
    public void emptyAtDesk(DraftKind kind, int about, AgentViewer by) {
        sql.deleteAtDesk(kind, Math.max(0, about), by.id());
    }

    /** What is still on its way to it comes too late, and colleagues who see it shall see it no more. */
    private void end(@Nullable TicketNumber number, DraftKind kind, int article, AgentViewer by) {
        var now = clock.instant();
        ends.turnOf(by.id());
        ends.forget(by.id(), now.minus(ENDS_ARE_KNOWN));
        ends.end(number, kind, Math.max(0, article), by.id(), now);
        if (number != null)
            sql.whereShared(number, kind, article, by.id())
                    .map(DraftsChanged::new)
                    .ifPresent(publisher::publishEvent);
    }
}
