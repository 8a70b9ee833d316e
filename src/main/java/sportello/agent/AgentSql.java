package sportello.agent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.base.Language;

@Component
class AgentSql {
    /** On {@code agent}: whoever looks knows everybody, or those who read the same queues. */
    private static final String KNOWN = """
            (:everybody or exists (select 1
                                     from agent_grant g
                                    where g.agent_id = agent.id
                                      and g.group_id = any(:groups)
                                      and g.permission in ('ro', 'rw')))""";

    private final JdbcClient db;

    AgentSql(JdbcClient db) {
        this.db = db;
    }

    List<Agent> byIds(Collection<AgentId> ids) {
        return db.sql("""
                select id, login, first_name, last_name, email, administrator, supplier, language, time_zone, valid
                  from agent
                 where id = any(:ids)
                 order by last_name, first_name, id
                """)
                .param("ids", ids.stream().map(AgentId::value).toArray(Long[]::new))
                .query(AgentSql::agent)
                .list();
    }

    Optional<Agent> byLogin(String login) {
        return db.sql("""
                select id, login, first_name, last_name, email, administrator, supplier, language, time_zone, valid
                  from agent
                 where lower(login) = lower(:login)
                """).param("login", login).query(AgentSql::agent).optional();
    }

    SequencedMap<Agent, Set<GroupId>> with(Permission wanted, Collection<GroupId> groups) {
        var able = new LinkedHashMap<Agent, Set<GroupId>>();
        db.sql("""
                select distinct a.id, a.login, a.first_name, a.last_name, a.email, a.administrator, a.supplier,
                       a.language, a.time_zone, a.valid, g.group_id
                  from agent a
                  join agent_grant g on g.agent_id = a.id
                 where a.valid
                   and g.group_id = any(:groups)
                   and g.permission in (:wanted, 'rw')
                 order by a.last_name, a.first_name, a.id, g.group_id
                """)
                .param("groups", groups.stream().map(GroupId::value).toArray(Long[]::new))
                .param("wanted", wanted.key())
                .query(row -> {
                    able.computeIfAbsent(agent(row, 0), agent -> new LinkedHashSet<>())
                            .add(new GroupId(row.getLong("group_id")));
                });
        return able;
    }

    List<Agent> like(String sought, int most, Authority by) {
        return db.sql("""
                select id, login, first_name, last_name, email, administrator, supplier, language, time_zone, valid
                  from agent
                 where valid
                   and position(folded(:sought) in folded(first_name || ' ' || last_name || ' ' || email)) > 0
                   and %s
                 order by last_name, first_name, id
                 limit :most
                """.formatted(KNOWN))
                .params(known(by))
                .param("sought", sought)
                .param("most", most)
                .query(AgentSql::agent)
                .list();
    }

    List<Agent> administrators() {
        return db.sql("""
                select id, login, first_name, last_name, email, administrator, supplier, language, time_zone, valid
                  from agent
                 where valid and administrator
                 order by last_name, first_name, id
                """).query(AgentSql::agent).list();
    }

    List<Agent> valid(Authority by) {
        return db.sql("""
                select id, login, first_name, last_name, email, administrator, supplier, language, time_zone, valid
                  from agent
                 where valid
                   and %s
                 order by last_name, first_name, id
                """.formatted(KNOWN))
                .params(known(by))
                .query(AgentSql::agent)
                .list();
    }

    private static Map<String, Object> known(Authority by) {
        var groups = by.grants().groupsFor(Permission.RO).stream()
                .map(GroupId::value)
                .toArray(Long[]::new);
        return Map.of("everybody", by.knowsEverybody(), "groups", groups);
    }

    Grants grantsOf(AgentId id) {
        Map<GroupId, Set<Permission>> byGroup = new HashMap<>();
        var auditor = new AtomicBoolean();
        db.sql("""
                select g.group_id, g.permission,
                       exists (select 1
                                 from agent_role m
                                 join role r on r.id = m.role_id and r.valid and r.reads_access
                                where m.agent_id = a.id) as reads_access
                  from agent a
                  left join agent_grant g on g.agent_id = a.id
                 where a.id = :id
                   and a.valid
                """).param("id", id.value()).query(row -> {
            auditor.set(row.getBoolean("reads_access"));
            var key = row.getString("permission");
            if (key != null)
                byGroup.computeIfAbsent(new GroupId(row.getLong("group_id")), group -> EnumSet.noneOf(Permission.class))
                        .add(Permission.of(key));
        });
        return new Grants(byGroup, auditor.get());
    }

    static Agent agent(ResultSet row, int number) throws SQLException {
        return new Agent(
                new AgentId(row.getLong("id")),
                row.getString("login"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("email"),
                row.getBoolean("administrator"),
                row.getBoolean("supplier"),
                Language.of(row.getString("language")),
                ZoneId.of(row.getString("time_zone")),
                row.getBoolean("valid"));
    }
}
