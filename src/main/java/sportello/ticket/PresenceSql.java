package sportello.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.identity.Viewer.AgentViewer;

@Component
class PresenceSql {
    private final JdbcClient db;

    PresenceSql(JdbcClient db) {
        this.db = db;
    }

    /** Nothing if the ticket does not exist for the viewer. */
    Optional<Noted> note(TicketNumber number, Presence presence, AgentViewer viewer, Instant now, Instant until) {
        var sight = Sight.of(viewer);
        return db.sql("""
                with before as (
                    select t.id as ticket_id, p.kind, p.until
                      from ticket t
                      left join presence p on p.ticket_id = t.id and p.agent_id = :agent
                     where t.number = :number
                       and %s),
                noted as (
                    insert into presence (ticket_id, agent_id, kind, until)
                    select ticket_id, :agent, :kind, :until from before
                    on conflict (ticket_id, agent_id) do update
                       set kind = excluded.kind, until = excluded.until)
                select ticket_id, kind is distinct from :kind or until <= :now as changed from before
                """.formatted(sight.condition()))
                .params(sight.parameters())
                .param("number", number.value())
                .param("agent", viewer.id().value())
                .param("kind", presence.key())
                .param("until", Timestamp.from(until))
                .param("now", Timestamp.from(now))
                .query((row, no) -> new Noted(new TicketId(row.getLong("ticket_id")), row.getBoolean("changed")))
                .optional();
    }

    Optional<TicketId> delete(TicketNumber number, AgentId agent) {
        return db.sql("""
                delete from presence p
                 using ticket t
                 where t.id = p.ticket_id
                   and t.number = :number
                   and p.agent_id = :agent
                returning p.ticket_id
                """)
                .param("number", number.value())
                .param("agent", agent.value())
                .query((row, no) -> new TicketId(row.getLong("ticket_id")))
                .optional();
    }

    /** What ran out; rows that somebody is just bringing back to life are left to them. */
    void forget(Instant now) {
        db.sql("""
                delete from presence
                 where (ticket_id, agent_id) in (select ticket_id, agent_id
                                                   from presence
                                                  where until <= :now
                                                    for update skip locked)
                """).param("now", Timestamp.from(now)).update();
    }

    /** Nothing if the ticket does not exist for the viewer. */
    Optional<List<Present>> others(TicketNumber number, AgentViewer viewer, Instant now) {
        var sight = Sight.of(viewer);
        var rows = db.sql("""
                select a.first_name || ' ' || a.last_name as name, p.kind
                  from ticket t
                  left join presence p on p.ticket_id = t.id and p.agent_id <> :agent and p.until > :now
                  left join agent a on a.id = p.agent_id
                 where t.number = :number
                   and %s
                 order by a.last_name, a.first_name, a.id
                """.formatted(sight.condition()))
                .params(sight.parameters())
                .param("number", number.value())
                .param("agent", viewer.id().value())
                .param("now", Timestamp.from(now))
                .query(PresenceSql::present)
                .list();
        if (rows.isEmpty()) return Optional.empty();
        return Optional.of(rows.stream().flatMap(Optional::stream).toList());
    }

    private static Optional<Present> present(ResultSet row, int number) throws SQLException {
        var name = row.getString("name");
        if (name == null) return Optional.empty();
        return Presence.of(row.getString("kind")).map(presence -> new Present(name, presence));
    }

    record Noted(TicketId ticket, boolean changed) {}
}
