package sportello.agent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AbsenceSql {
    private final JdbcClient db;

    AbsenceSql(JdbcClient db) {
        this.db = db;
    }

    /** What is over is no absence any more. */
    Optional<Absence> of(AgentId agent, Instant now) {
        return db.sql("""
                select a.first_name || ' ' || a.last_name as agent, x.first_day, x.last_day, x.substitute_id,
                       s.first_name || ' ' || s.last_name as substitute, x.note
                  from absence x
                  join agent a on a.id = x.agent_id
                  left join agent s on s.id = x.substitute_id
                 where x.agent_id = :agent
                   and x.last_day >= (:now::timestamptz at time zone a.time_zone)::date
                """)
                .param("agent", agent.value())
                .param("now", Timestamp.from(now))
                .query(AbsenceSql::absence)
                .optional();
    }

    Map<AgentId, Absence> today(Collection<AgentId> among, Instant now) {
        var away = new HashMap<AgentId, Absence>();
        db.sql("""
                select x.agent_id, a.first_name || ' ' || a.last_name as agent, x.first_day, x.last_day, x.substitute_id,
                       s.first_name || ' ' || s.last_name as substitute, x.note
                  from absence x
                  join agent a on a.id = x.agent_id
                  left join agent s on s.id = x.substitute_id
                 where x.agent_id = any(:among)
                   and (:now::timestamptz at time zone a.time_zone)::date between x.first_day and x.last_day
                """)
                .param("among", among.stream().map(AgentId::value).toArray(Long[]::new))
                .param("now", Timestamp.from(now))
                .query(row -> {
                    away.put(new AgentId(row.getLong("agent_id")), absence(row, 0));
                });
        return away;
    }

    Map<AgentId, Agent> standIns(Collection<AgentId> among, Instant now) {
        var standIns = new HashMap<AgentId, Agent>();
        db.sql("""
                select x.agent_id, s.id, s.login, s.first_name, s.last_name, s.email, s.administrator, s.supplier, s.language,
                       s.time_zone, s.valid
                  from absence x
                  join agent a on a.id = x.agent_id
                  join agent s on s.id = x.substitute_id and s.valid
                 where x.agent_id = any(:among)
                   and (:now::timestamptz at time zone a.time_zone)::date between x.first_day and x.last_day
                   and not exists (select 1
                                     from absence y
                                    where y.agent_id = s.id
                                      and (:now::timestamptz at time zone s.time_zone)::date
                                          between y.first_day and y.last_day)
                """)
                .param("among", among.stream().map(AgentId::value).toArray(Long[]::new))
                .param("now", Timestamp.from(now))
                .query(row -> {
                    standIns.put(new AgentId(row.getLong("agent_id")), AgentSql.agent(row, 0));
                });
        return standIns;
    }

    void save(AgentId agent, LocalDate first, LocalDate last, @Nullable AgentId substitute, String note) {
        db.sql("""
                insert into absence (agent_id, first_day, last_day, substitute_id, note)
                values (:agent, :first, :last, :substitute, :note)
                on conflict (agent_id) do update
                   set first_day = excluded.first_day, last_day = excluded.last_day,
                       substitute_id = excluded.substitute_id, note = excluded.note
                """)
                .param("agent", agent.value())
                .param("first", first)
                .param("last", last)
                .param("substitute", substitute == null ? null : substitute.value(), Types.BIGINT)
                .param("note", note)
                .update();
    }

    void delete(AgentId agent) {
        db.sql("delete from absence where agent_id = :agent")
                .param("agent", agent.value())
                .update();
    }

    private static Absence absence(ResultSet row, int number) throws SQLException {
        var substitute = row.getObject("substitute_id", Long.class);
        return new Absence(
                row.getString("agent"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                substitute == null
                        ? null
                        : new Absence.Substitute(new AgentId(substitute), row.getString("substitute")),
                row.getString("note"));
    }
}
