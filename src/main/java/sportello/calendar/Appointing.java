package sportello.calendar;

import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketFiles;
import sportello.ticket.TicketId;

/** Makes appointments, changes and cancels them; everybody their own. */
@Component
public class Appointing {
    private final AppointmentSql sql;
    private final TicketFiles tickets;
    private final Clock clock;

    Appointing(AppointmentSql sql, TicketFiles tickets, Clock clock) {
        this.sql = sql;
        this.tickets = tickets;
        this.clock = clock;
    }

    @Transactional
    public Outcome<AppointmentId> make(Plan plan, AgentViewer by) {
        return forItsTicket(plan, by, ticket -> sql.insert(plan, ticket, by.id(), clock.instant()));
    }

    /** What is not the agent's own is not there. */
    @Transactional
    public Outcome<AppointmentId> change(AppointmentId id, Plan plan, AgentViewer by) {
        if (sql.own(id, by).isEmpty()) return Outcome.refused("appointment.gone");
        return forItsTicket(plan, by, ticket -> {
            sql.update(id, plan, ticket);
            return id;
        });
    }

    /** Whether there was one to cancel. */
    @Transactional
    public boolean cancel(AppointmentId id, AgentViewer by) {
        return sql.delete(id, by.id());
    }

    private Outcome<AppointmentId> forItsTicket(
            Plan plan, AgentViewer by, Function<@Nullable TicketId, AppointmentId> write) {
        var number = plan.ticket();
        if (number == null) return Outcome.done(write.apply(null));
        return tickets.find(number, by)
                .map(TicketFile::id)
                .map(ticket -> Outcome.done(write.apply(ticket)))
                .orElseGet(() -> Outcome.refused("appointment.no_ticket", number.value()));
    }
}
