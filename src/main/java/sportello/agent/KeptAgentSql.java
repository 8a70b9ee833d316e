package sportello.agent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The agents as administrators keep them. */
@Component
class KeptAgentSql {
    private static final String KEPT = """
            select a.id, a.login, a.first_name, a.last_name, a.email, a.administrator, a.supplier, a.language, a.time_zone,
                   a.valid, a.version,
                   array(select p.group_id || ' ' || p.permission
                           from agent_permission p
                          where p.agent_id = a.id) as held,
                   array(select m.role_id from agent_role m where m.agent_id = a.id) as roles
              from agent a
            """;

    private final JdbcClient db;

    KeptAgentSql(JdbcClient db) {
        this.db = db;
    }

    List<KeptAgent> all() {
        return db.sql(KEPT + " order by not a.valid, a.last_name, a.first_name, a.id")
                .query(KeptAgentSql::kept)
                .list();
    }

    Optional<KeptAgent> find(AgentId id) {
        return db.sql(KEPT + " where a.id = :id")
                .param("id", id.value())
                .query(KeptAgentSql::kept)
                .optional();
    }

    /** Until the transaction ends nobody else changes the agents; they go on working. */
    void keepAlone() {
        db.sql("select pg_advisory_xact_lock(hashtext('agents are kept'))").query(row -> {});
    }

    boolean isLoginTaken(String login, @Nullable AgentId own) {
        return isTaken(
                "select exists (select 1 from agent where login_key(login) = login_key(:value) and id is distinct from :own::bigint)",
                login,
                own);
    }

    boolean isEmailTaken(String email, @Nullable AgentId own) {
        return isTaken(
                "select exists (select 1 from agent where login_key(email) = login_key(:value) and id is distinct from :own::bigint)",
                email,
                own);
    }

    private boolean isTaken(String question, String value, @Nullable AgentId own) {
        return db.sql(question)
                .param("value", value)
                .param("own", own == null ? null : own.value())
                .query(Boolean.class)
                .single();
    }

    boolean isLastAdministrator(AgentId id) {
        return db.sql("select not exists (select 1 from agent where administrator and valid and id <> :id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    AgentId insert(AgentDetails details) {
        return set(db.sql("""
                                insert into agent (login, first_name, last_name, email, language, time_zone,
                                                   administrator, supplier, valid)
                                select :login, :firstName, :lastName, :email, :language,
                                       coalesce(time_zone, 'Europe/Rome'), :administrator, :supplier, :valid
                                  from company
                                returning id
                                """), details)
                .query((row, number) -> new AgentId(row.getLong("id")))
                .single();
    }

    /** False if it was changed since. */
    boolean update(AgentId id, int seen, AgentDetails details) {
        return set(db.sql("""
                                        update agent
                                           set login = :login, first_name = :firstName, last_name = :lastName,
                                               email = :email, language = :language, administrator = :administrator,
                                               supplier = :supplier, valid = :valid, version = version + 1
                                         where id = :id
                                           and version = :seen
                                        """), details)
                        .param("id", id.value())
                        .param("seen", seen)
                        .update()
                == 1;
    }

    /** These keys, instead of those the agent held; in groups that are out of use they stay. */
    void grant(AgentId id, Map<GroupId, Set<Permission>> grants) {
        db.sql("""
                delete from agent_permission
                 where agent_id = :id
                   and group_id in (select id from permission_group where valid)
                """).param("id", id.value()).update();
        grants.forEach((group, keys) -> grant(id, group, keys));
    }

    private void grant(AgentId id, GroupId group, Collection<Permission> keys) {
        db.sql("""
                insert into agent_permission (agent_id, group_id, permission)
                select :id, :group, key from unnest(:keys) as key
                """)
                .param("id", id.value())
                .param("group", group.value())
                .param("keys", keys.stream().map(Permission::key).toArray(String[]::new))
                .update();
    }

    /** These roles, instead of those the agent had; those that are out of use stay. */
    void enrol(AgentId id, Set<RoleId> roles) {
        db.sql("delete from agent_role where agent_id = :id and role_id in (select id from role where valid)")
                .param("id", id.value())
                .update();
        db.sql("""
                insert into agent_role (agent_id, role_id)
                select :id, r.id from role r where r.id = any(:roles)
                on conflict do nothing
                """)
                .param("id", id.value())
                .param("roles", roles.stream().map(RoleId::value).toArray(Long[]::new))
                .update();
    }

    private static JdbcClient.StatementSpec set(JdbcClient.StatementSpec statement, AgentDetails details) {
        return statement
                .param("login", details.login())
                .param("firstName", details.firstName())
                .param("lastName", details.lastName())
                .param("email", details.email())
                .param("language", details.language().code())
                .param("administrator", details.administrator())
                .param("supplier", details.supplier())
                .param("valid", details.valid());
    }

    private static KeptAgent kept(ResultSet row, int number) throws SQLException {
        var roles = Arrays.stream((Long[]) row.getArray("roles").getArray())
                .map(RoleId::new)
                .collect(Collectors.toSet());
        return new KeptAgent(AgentSql.agent(row, number), HeldKeys.read(row, "held"), roles, row.getInt("version"));
    }
}
