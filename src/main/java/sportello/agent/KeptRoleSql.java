package sportello.agent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The roles as administrators keep them. */
@Component
class KeptRoleSql {
    private static final String KEPT = """
            select r.id, r.name, r.comment, r.valid, r.reads_only, r.reads_access, r.factor_demanded, r.version,
                   array(select p.group_id || ' ' || p.permission
                           from role_permission p
                          where p.role_id = r.id) as held,
                   (select count(*)
                      from agent_role m
                      join agent a on a.id = m.agent_id and a.valid
                     where m.role_id = r.id) as agents
              from role r
            """;

    private final JdbcClient db;

    KeptRoleSql(JdbcClient db) {
        this.db = db;
    }

    List<KeptRole> all() {
        return db.sql(KEPT + " order by not r.valid, lower(r.name), r.id")
                .query(KeptRoleSql::kept)
                .list();
    }

    Optional<KeptRole> find(RoleId id) {
        return db.sql(KEPT + " where r.id = :id")
                .param("id", id.value())
                .query(KeptRoleSql::kept)
                .optional();
    }

    boolean isTaken(String name, @Nullable RoleId own) {
        return db.sql(
                        "select exists (select 1 from role where lower(name) = lower(:name) and id is distinct from :own::bigint)")
                .param("name", name)
                .param("own", own == null ? null : own.value())
                .query(Boolean.class)
                .single();
    }

    RoleId insert(RoleDetails details) {
        return db.sql("""
                        insert into role (name, comment, valid, reads_only, reads_access, factor_demanded)
                        values (:name, :comment, :valid, :readsOnly, :readsAccess, :factor)
                        returning id
                        """)
                .param("name", details.name())
                .param("comment", details.comment())
                .param("valid", details.valid())
                .param("readsOnly", details.readsOnly())
                .param("readsAccess", details.readsAccess())
                .param("factor", details.factorDemanded())
                .query((row, number) -> new RoleId(row.getLong("id")))
                .single();
    }

    /** False if it was changed since. */
    boolean update(RoleId id, int seen, RoleDetails details) {
        return db.sql("""
                update role
                   set name = :name, comment = :comment, valid = :valid, reads_only = :readsOnly,
                       reads_access = :readsAccess,
                       factor_demanded = :factor,
                       version = version + 1
                 where id = :id
                   and version = :seen
                """)
                        .param("id", id.value())
                        .param("seen", seen)
                        .param("name", details.name())
                        .param("comment", details.comment())
                        .param("valid", details.valid())
                        .param("readsOnly", details.readsOnly())
                        .param("readsAccess", details.readsAccess())
                        .param("factor", details.factorDemanded())
                        .update()
                == 1;
    }

    /** These keys, instead of those the role gave; in groups that are out of use they stay. */
    void grant(RoleId id, Map<GroupId, Set<Permission>> grants) {
        db.sql("""
                delete from role_permission
                 where role_id = :id
                   and group_id in (select id from permission_group where valid)
                """).param("id", id.value()).update();
        grants.forEach((group, keys) -> db.sql("""
                        insert into role_permission (role_id, group_id, permission)
                        select :id, :group, key from unnest(:keys) as key
                        """)
                .param("id", id.value())
                .param("group", group.value())
                .param("keys", keys.stream().map(Permission::key).toArray(String[]::new))
                .update());
    }

    private static KeptRole kept(ResultSet row, int number) throws SQLException {
        var details = new RoleDetails(
                row.getString("name"),
                row.getString("comment"),
                row.getBoolean("valid"),
                row.getBoolean("reads_only"),
                row.getBoolean("reads_access"),
                row.getBoolean("factor_demanded"),
                HeldKeys.read(row, "held"));
        return new KeptRole(new RoleId(row.getLong("id")), details, row.getInt("agents"), row.getInt("version"));
    }
}
