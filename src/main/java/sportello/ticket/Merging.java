package sportello.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Permission;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;

/**
 * Makes two tickets one ("Unisci"), and two of it again (docs/adr/0005). The articles go into the target, and whoever
 * writes to the source is heard there. Requests of two customers stay two; what nobody known wrote becomes internal on its
 * way to a customer.
 */
@Component
public class Merging {
    private final Workbench workbench;
    private final MergeSql sql;
    private final WatchSql watchers;
    private final SystemLines lines;
    private final Chronicle chronicle;
    private final Clock clock;

    Merging(Workbench workbench, MergeSql sql, WatchSql watchers, SystemLines lines, Chronicle chronicle, Clock clock) {
        this.workbench = workbench;
        this.sql = sql;
        this.watchers = watchers;
        this.lines = lines;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /**
     * @param seen the version of the ticket that the decision was made on
     * @param into another ticket that the agent may work on, not closed
     */
    @Transactional
    public Outcome<Trace> merge(TicketNumber number, int seen, TicketNumber into, AgentViewer by) {
        if (number.equals(into)) return Outcome.refused("merge.self");
        workbench.hold(number, into);
        return workbench.work(
                number,
                Work.MERGE,
                by,
                seen,
                source -> workbench
                        .takeOther(into, by)
                        .map(target -> merge(source, target, by))
                        .orElseGet(() -> Outcome.refused("merge.missing", into.value())));
    }

    /** Possible as long as the target itself was not merged; what was written there since then stays there. */
    @Transactional
    public Outcome<Trace> undo(TicketNumber number, AgentViewer by) {
        var standing = sql.standing(number).orElse(null);
        if (standing == null) return workbench.work(number, Work.UNDO_MERGE, by, 0, _ -> Outcome.done(Trace.NONE));
        workbench.hold(number, standing.target());
        return workbench.work(
                number,
                Work.UNDO_MERGE,
                by,
                0,
                source -> workbench
                        .takeOther(standing.target(), by)
                        .map(target -> undo(standing, source, target, by))
                        .orElseGet(() -> Outcome.refused("merge.foreign")));
    }

    private Outcome<Trace> merge(Ticket source, Ticket target, AgentViewer by) {
        if (!workbench.may(by, Permission.RW, target.queue())) return Outcome.refused("merge.foreign");
        if (!target.isActive())
            return Outcome.refused("merge.over", target.number().value());
        var limit = target.limits().against(Work.MERGE);
        if (limit.isPresent()) return new Outcome.Refused<>(limit.get());
        var sameCustomer = Objects.equals(source.customer(), target.customer());
        if (source.customer() != null && !sameCustomer) return Outcome.refused("merge.customer");
        var merge = sql.insert(source, target, by.id(), clock.instant());
        var away = lines.write(source.id(), SystemLine.MERGED_INTO, target.number());
        sql.move(merge, source, target, sameCustomer, away);
        watchers.copy(source.id(), target.id(), clock.instant());
        var here = lines.write(target.id(), SystemLine.TOOK_IN, source.number());
        source.mergeInto(target.id());
        workbench.put(source, by.actor());
        workbench.put(target, by.actor());
        chronicle.record(new TicketEvent.Merged(source.id(), by.actor(), target.id(), true, away));
        return Outcome.done(
                new Trace(chronicle.record(new TicketEvent.Merged(target.id(), by.actor(), source.id(), false, here))));
    }

    private Outcome<Trace> undo(MergeSql.Standing standing, Ticket source, Ticket target, AgentViewer by) {
        if (!workbench.may(by, Permission.RW, target.queue())) return Outcome.refused("merge.foreign");
        if (target.mergedInto() != null)
            return Outcome.refused("merge.further", target.number().value());
        sql.moveBack(standing.id(), source, clock.instant());
        var back = lines.write(source.id(), SystemLine.TAKEN_BACK, target.number());
        var gone = lines.write(target.id(), SystemLine.TAKEN_BACK, source.number());
        source.comeBack(standing.before(), standing.pendingUntil(), lockBefore(standing, source));
        workbench.put(source, by.actor());
        workbench.put(target, by.actor());
        chronicle.record(new TicketEvent.MergeUndone(target.id(), by.actor(), source.id(), false, gone));
        return Outcome.done(new Trace(
                chronicle.record(new TicketEvent.MergeUndone(source.id(), by.actor(), target.id(), true, back))));
    }

    /** Who may no longer hold it holds it no longer. */
    private @Nullable Instant lockBefore(MergeSql.Standing standing, Ticket source) {
        var owner = source.owner();
        var able = owner != null && workbench.ableIn(source.queue(), owner).isPresent();
        return able ? standing.lockedAt() : null;
    }
}
