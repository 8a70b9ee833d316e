package sportello.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.base.Redaction;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Sight;
import sportello.ticket.TicketId;
import sportello.ticket.TicketNumber;

@Component
class AppointmentSql {
    private static final int MOST = 1_000;

    private final JdbcClient db;

    AppointmentSql(JdbcClient db) {
        this.db = db;
    }

    /** The viewer's own and those for tickets that the viewer sees. */
    List<Appointment> between(Instant from, Instant until, AgentViewer viewer) {
        return seen("a.begins_at < :until and a.ends_at > :from", viewer)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query(AppointmentSql::appointment)
                .list();
    }

    List<Appointment> coming(TicketId ticket, Instant now, AgentViewer viewer) {
        return seen("a.ticket_id = :ticket and a.ends_at > :now", viewer)
                .param("ticket", ticket.value())
                .param("now", Timestamp.from(now))
                .query(AppointmentSql::appointment)
                .list();
    }

    /** Only one's own can be changed. */
    Optional<Appointment> own(AppointmentId id, AgentViewer viewer) {
        return seen("a.id = :id and a.agent_id = :viewer", viewer)
                .param("id", id.value())
                .query(AppointmentSql::appointment)
                .optional();
    }

    private JdbcClient.StatementSpec seen(String condition, AgentViewer viewer) {
        var sight = Sight.of(viewer);
        return db.sql("""
                select a.id, a.title, a.place, a.note, a.begins_at, a.ends_at, a.all_day, a.agent_id,
                       g.first_name || ' ' || g.last_name as agent,
                       case when %1$s then t.number end as ticket
                  from appointment a
                  join agent g on g.id = a.agent_id
                  left join ticket t on t.id = a.ticket_id
                 where %2$s
                   and (a.agent_id = :viewer or %1$s)
                 order by a.begins_at, a.id
                 limit :most
                """.formatted(sight.condition(), condition))
                .params(sight.parameters())
                .param("viewer", viewer.id().value())
                .param("most", MOST);
    }

    AppointmentId insert(Plan plan, @Nullable TicketId ticket, AgentId agent, Instant now) {
        return new AppointmentId(written("""
                insert into appointment (agent_id, ticket_id, title, place, note, begins_at, ends_at, all_day, created_at)
                values (:agent, :ticket, :title, :place, :note, :begins, :ends, :allDay, :now)
                returning id
                """, plan, ticket)
                .param("agent", agent.value())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single());
    }

    void update(AppointmentId id, Plan plan, @Nullable TicketId ticket) {
        written("""
                update appointment
                   set ticket_id = :ticket, title = :title, place = :place, note = :note,
                       begins_at = :begins, ends_at = :ends, all_day = :allDay
                 where id = :id
                """, plan, ticket).param("id", id.value()).update();
    }

    private JdbcClient.StatementSpec written(String statement, Plan plan, @Nullable TicketId ticket) {
        return db.sql(statement)
                .param("ticket", ticket == null ? null : ticket.value())
                .param("title", plan.title().value())
                .param("place", plan.place())
                .param("note", plan.note())
                .param("begins", Timestamp.from(plan.begins()))
                .param("ends", Timestamp.from(plan.ends()))
                .param("allDay", plan.allDay());
    }

    /** Whether it was the agent's, and is gone. */
    boolean delete(AppointmentId id, AgentId agent) {
        return db.sql("delete from appointment where id = :id and agent_id = :agent")
                        .param("id", id.value())
                        .param("agent", agent.value())
                        .update()
                == 1;
    }

    private static Appointment appointment(ResultSet row, int number) throws SQLException {
        var ticket = row.getString("ticket");
        return new Appointment(
                new AppointmentId(row.getLong("id")),
                row.getString("title"),
                row.getString("place"),
                row.getString("note"),
                row.getTimestamp("begins_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getBoolean("all_day"),
                new AgentId(row.getLong("agent_id")),
                row.getString("agent"),
                ticket == null ? null : new TicketNumber(ticket));
    }

    void redact(Redaction names, Collection<TicketId> tickets) {
        db.sql("""
                update appointment
                   set title = left(regexp_replace(title, :words, :standIn, 'gi'), 255),
                       place = regexp_replace(place, :words, :standIn, 'gi'),
                       note = regexp_replace(note, :words, :standIn, 'gi')
                 where ticket_id = any(:tickets)
                """)
                .param("words", names.expression())
                .param("standIn", names.standIn())
                .param("tickets", tickets.stream().map(TicketId::value).toArray(Long[]::new))
                .update();
    }

    void empty(Collection<TicketId> tickets, String sentence) {
        db.sql("update appointment set title = :sentence, place = '', note = '' where ticket_id = any(:tickets)")
                .param("sentence", sentence)
                .param("tickets", tickets.stream().map(TicketId::value).toArray(Long[]::new))
                .update();
    }
}
