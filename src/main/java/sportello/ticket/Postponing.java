package sportello.ticket;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Actor;
import sportello.identity.Viewer.AgentViewer;

/** Puts a ticket aside until a day (S69, "In attesa"), and takes it up again before. A free ticket is locked by it. */
@Component
public class Postponing {
    private static final int MOST_YEARS = 5;

    private final Workbench workbench;
    private final Labels labels;
    private final Locking locking;
    private final Articles articles;
    private final Chronicle chronicle;
    private final Clock clock;

    Postponing(
            Workbench workbench, Labels labels, Locking locking, Articles articles, Chronicle chronicle, Clock clock) {
        this.workbench = workbench;
        this.labels = labels;
        this.locking = locking;
        this.articles = articles;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Nobody says how long it took. */
    @Transactional
    public Outcome<Trace> postpone(
            TicketNumber number, int seen, Status pending, Instant until, @Nullable Message note, AgentViewer by) {
        return postpone(number, seen, pending, until, note, Spent.NONE, by);
    }

    /**
     * @param seen the version of the ticket that the decision was made on
     * @param pending what happens on the day: a reminder, or a closing
     * @param note why, for the desk only; null if there is nothing to say
     * @param spent how long it took, which is kept with the note
     */
    @Transactional
    public Outcome<Trace> postpone(
            TicketNumber number,
            int seen,
            Status pending,
            Instant until,
            @Nullable Message note,
            Spent spent,
            AgentViewer by) {
        if (note == null && !spent.isNone()) return Outcome.refused("pending.spent");
        var hindrance = hindrance(pending, until);
        if (hindrance.isPresent()) return new Outcome.Refused<>(hindrance.get());
        return workbench.work(
                number,
                Work.POSTPONE,
                by,
                seen,
                ticket -> Outcome.unless(
                        ticket.limits().against(pending), () -> postpone(ticket, pending, until, note, spent, by)));
    }

    private Outcome<Trace> postpone(
            Ticket ticket, Status pending, Instant until, @Nullable Message note, Spent spent, AgentViewer by) {
        locking.holdAlong(ticket, by);
        var article = note == null ? null : articles.add(note(ticket, note, by), Uploads.NONE, spent);
        return Outcome.done(new Trace(postponed(ticket, pending, until, article, by.actor())));
    }

    HistoryId postponed(Ticket ticket, Status pending, Instant until, @Nullable ArticleId note, Actor by) {
        var before = ticket.state();
        ticket.postpone(pending, until);
        workbench.put(ticket, by);
        return chronicle.record(new TicketEvent.Postponed(ticket.id(), by, pending, until, note, before));
    }

    /** Why nothing can wait like that. */
    Optional<Refusal> hindrance(Status pending, Instant until) {
        var now = clock.instant();
        if (!pending.type().isPending()) return Optional.of(new Refusal("pending.unchosen"));
        if (!labels.now().isInUse(pending)) return Optional.of(new Refusal("states.unknown"));
        if (!until.isAfter(now)) return Optional.of(new Refusal("pending.past"));
        var latest = now.atZone(ZoneOffset.UTC).plusYears(MOST_YEARS).toInstant();
        return until.isAfter(latest) ? Optional.of(new Refusal("pending.far", MOST_YEARS)) : Optional.empty();
    }

    /** The ticket waits no longer. */
    @Transactional
    public Outcome<Trace> resume(TicketNumber number, AgentViewer by) {
        return workbench.work(number, Work.RESUME, by, 0, ticket -> {
            ticket.reopen();
            workbench.put(ticket, by.actor());
            return Outcome.done(new Trace(chronicle.record(new TicketEvent.Resumed(ticket.id(), by.actor()))));
        });
    }

    private static NewArticle note(Ticket ticket, Message note, AgentViewer by) {
        return NewArticle.byAgent(ticket.id(), Channel.NOTE, false, by.id(), by.name(), ticket.title(), note);
    }
}
