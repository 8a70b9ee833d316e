package sportello.bulk;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.identity.Viewer.AgentViewer;
import sportello.identity.Viewers;
import sportello.ticket.History;
import sportello.ticket.HistoryId;
import sportello.ticket.HistoryLine;
import sportello.ticket.Restoring;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketFiles;
import sportello.ticket.Trace;

/** One ticket's turn: the work and the note that it was done are one transaction, so nothing is done twice. */
@Component
class TakingTurn {
    private final BulkSql sql;
    private final Viewers viewers;
    private final TicketFiles tickets;
    private final History history;
    private final Restoring restoring;
    private final BulkWork work;

    TakingTurn(BulkSql sql, Viewers viewers, TicketFiles tickets, History history, Restoring restoring, BulkWork work) {
        this.sql = sql;
        this.viewers = viewers;
        this.tickets = tickets;
        this.history = history;
        this.restoring = restoring;
        this.work = work;
    }

    /** With the rights that the agent has at this moment. */
    @Transactional
    public void take(BulkId id, int position) {
        var turn = sql.take(id, position).orElse(null);
        if (turn == null) return;
        var outcome = viewers.agent(turn.by())
                .flatMap(by ->
                        tickets.find(turn.ticket(), by).map(ticket -> work(id, position, ticket, turn.action(), by)))
                .orElseGet(() -> Outcome.refused("bulk.unseen"));
        switch (outcome) {
            case Outcome.Done<Trace>(var trace) -> done(id, position, trace.line());
            case Outcome.Refused<Trace>(var why) -> sql.refused(id, position, why);
        }
    }

    private Outcome<Trace> work(BulkId id, int position, TicketFile ticket, BulkAction action, AgentViewer by) {
        var was = isOfItAlone(action) ? restoring.asItIs(ticket.number(), by) : null;
        var last = history.lastOf(ticket.id()).map(HistoryLine::id).orElse(null);
        sql.begins(id, position, last, was);
        return work.on(ticket, action, by);
    }

    /** Two tickets are taken up in one order by everybody: none of them before. */
    private static boolean isOfItAlone(BulkAction action) {
        return !(action instanceof BulkAction.Merge
                || action instanceof BulkAction.Link
                || action instanceof BulkAction.Undo);
    }

    private void done(BulkId id, int position, @Nullable HistoryId line) {
        if (line == null) sql.unchanged(id, position);
        else sql.done(id, position, line);
    }

    /** Leaves the ticket as it is, for good. */
    @Transactional
    public void giveUp(BulkId id, int position, Refusal why) {
        sql.refused(id, position, why);
    }
}
