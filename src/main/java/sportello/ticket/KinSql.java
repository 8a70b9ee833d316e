package sportello.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.identity.Viewer.AgentViewer;

@Component
class KinSql {
    private final JdbcClient db;

    KinSql(JdbcClient db) {
        this.db = db;
    }

    /**
     * Whether they were not linked before.
     *
     * @param by null for what the house does by itself
     */
    boolean link(TicketId ticket, TicketId other, Kinship as, @Nullable AgentId by, Instant now) {
        var otherFirst = as == Kinship.PARENT || (as == Kinship.NORMAL && other.value() < ticket.value());
        return db.sql("""
                insert into ticket_link (a, b, kind, agent_id, at)
                values (:a, :b, :kind, :agent, :now)
                    on conflict do nothing
                """)
                        .param("a", otherFirst ? other.value() : ticket.value())
                        .param("b", otherFirst ? ticket.value() : other.value())
                        .param("kind", as == Kinship.NORMAL ? "normal" : "parent")
                        .param("agent", by == null ? null : by.value())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** Whether they were linked. */
    boolean unlink(TicketId ticket, TicketId other) {
        return db.sql("delete from ticket_link where (a, b) in ((:one, :other), (:other, :one))")
                        .param("one", ticket.value())
                        .param("other", other.value())
                        .update()
                == 1;
    }

    /** Those that the viewer may see, parents first. */
    List<Kin> of(TicketId ticket, AgentViewer viewer) {
        var sight = Sight.of(viewer);
        return db.sql("""
                select t.number, t.title, t.state_id, t.own_state_id, kin.bond
                  from (select merged_into_id as id, 'merged_into' as bond, 0 as rank
                          from ticket
                         where id = :id and merged_into_id is not null
                         union all
                        select a, kind, 1
                          from ticket_link
                         where b = :id
                         union all
                        select b, case kind when 'parent' then 'child' else kind end, 2
                          from ticket_link
                         where a = :id
                         union all
                        select id, 'took_in', 3
                          from ticket
                         where merged_into_id = :id) kin
                  join ticket t on t.id = kin.id
                 where %s
                 order by kin.rank, t.number
                 limit 100
                """.formatted(sight.condition()))
                .params(sight.parameters())
                .param("id", ticket.value())
                .query(KinSql::kin)
                .list();
    }

    /** Tickets by number, or by the words of their title; the newest first. */
    List<Kin> sought(TicketId besides, String text, AgentViewer viewer, int most) {
        var sight = Sight.of(viewer);
        return db.sql("""
                select t.number, t.title, t.state_id, t.own_state_id, 'normal' as bond
                  from ticket t
                 where t.id <> :id
                   and t.state_type not in ('merged', 'removed')
                   and (t.number = :text or folded(t.title) like '%%' || folded(:words) || '%%')
                   and %s
                 order by t.created_at desc, t.id desc
                 limit :most
                """.formatted(sight.condition()))
                .params(sight.parameters())
                .param("id", besides.value())
                .param("text", text)
                .param("words", text.replaceAll("([\\\\%_])", "\\\\$1"))
                .param("most", most)
                .query(KinSql::kin)
                .list();
    }

    Map<TicketId, TicketNumber> numbers(Collection<TicketId> ids, AgentViewer viewer) {
        var sight = Sight.of(viewer);
        return db
                .sql("""
                select t.id, t.number
                  from ticket t
                 where t.id = any(:ids)
                   and %s
                """.formatted(sight.condition()))
                .params(sight.parameters())
                .param("ids", ids.stream().map(TicketId::value).toArray(Long[]::new))
                .query((row, number) ->
                        Map.entry(new TicketId(row.getLong("id")), new TicketNumber(row.getString("number"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Kin kin(ResultSet row, int number) throws SQLException {
        return new Kin(
                new TicketNumber(row.getString("number")),
                row.getString("title"),
                Status.of(row.getInt("state_id"), row.getObject("own_state_id", Integer.class)),
                Bond.of(row.getString("bond")));
    }
}
