package sportello.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.agent.GroupId;
import sportello.agent.Permission;
import sportello.identity.Viewer.AgentViewer;

@Component
class OnlineSql {
    private final JdbcClient db;

    OnlineSql(JdbcClient db) {
        this.db = db;
    }

    List<Colleague> around(AgentViewer viewer, Instant now, Instant since) {
        return db.sql("""
                select a.id, a.first_name || ' ' || a.last_name as name, max(s.seen_at) as seen_at
                  from login_session s
                  join account c on c.id = s.account_id
                  join agent a on a.id = c.agent_id and a.valid
                 where s.seen_at > :since
                   and s.expires_at > :now
                   and (a.id = :me
                        or exists (select 1
                                     from agent_grant g
                                    where g.agent_id = a.id
                                      and g.group_id = any(:groups)
                                      and g.permission in ('ro', 'rw')))
                 group by a.id, a.first_name, a.last_name
                 order by a.last_name, a.first_name, a.id
                """)
                .param("since", Timestamp.from(since))
                .param("now", Timestamp.from(now))
                .param("me", viewer.id().value())
                .param(
                        "groups",
                        viewer.grants().groupsFor(Permission.RO).stream()
                                .map(GroupId::value)
                                .toArray(Long[]::new))
                .query((row, number) -> new Colleague(
                        new AgentId(row.getLong("id")),
                        row.getString("name"),
                        row.getTimestamp("seen_at").toInstant()))
                .list();
    }
}
