package sportello.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Redaction;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketId;

/** The appointments as agents see them: their own, and those for tickets that they see. Earliest first. */
@Component
public class Appointments {
    private final AppointmentSql sql;
    private final Clock clock;

    Appointments(AppointmentSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What touches a day, in the viewer's time zone. */
    public List<Appointment> of(LocalDate day, AgentViewer viewer) {
        return between(day, day, viewer);
    }

    /** What touches one of the days, the last included. */
    public List<Appointment> between(LocalDate first, LocalDate last, AgentViewer viewer) {
        return sql.between(
                first.atStartOfDay(viewer.zone()).toInstant(),
                last.plusDays(1).atStartOfDay(viewer.zone()).toInstant(),
                viewer);
    }

    /** What is still to come, or on, for a ticket that the viewer has found. */
    public List<Appointment> comingFor(TicketFile ticket, AgentViewer viewer) {
        return sql.coming(ticket.id(), clock.instant(), viewer);
    }

    /** One of the viewer's own. */
    public Optional<Appointment> own(AppointmentId id, AgentViewer viewer) {
        return sql.own(id, viewer);
    }

    /** What was noted down for these tickets names the person no more. Whoever asks has decided that it may be. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(Redaction names, Collection<TicketId> tickets) {
        sql.redact(names, tickets);
    }

    /** What was noted down for these tickets says nothing any more. Whoever asks has decided that it may be. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void empty(Collection<TicketId> tickets, String sentence) {
        sql.empty(tickets, sentence);
    }
}
