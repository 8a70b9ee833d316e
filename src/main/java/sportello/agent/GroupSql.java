package sportello.agent;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class GroupSql {
    private final JdbcClient db;

    GroupSql(JdbcClient db) {
        this.db = db;
    }

    List<Group> valid() {
        return db.sql("select id, name from permission_group where valid order by lower(name), id")
                .query((row, number) -> new Group(new GroupId(row.getLong("id")), row.getString("name")))
                .list();
    }

    Map<GroupId, String> names() {
        return db
                .sql("select id, name from permission_group order by id")
                .query((row, number) -> new Group(new GroupId(row.getLong("id")), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Group::id, Group::name));
    }

    boolean isValid(GroupId group) {
        return db.sql("select exists (select 1 from permission_group where id = :id and valid)")
                .param("id", group.value())
                .query(Boolean.class)
                .single();
    }

    List<KeptGroup> all() {
        return db.sql("""
                select g.id, g.name, g.valid, g.reserved, g.version,
                       (select count(distinct h.agent_id)
                          from (select agent_id, group_id
                                  from agent_permission
                                 union
                                select m.agent_id, p.group_id
                                  from role_permission p
                                  join role r on r.id = p.role_id and r.valid
                                  join agent_role m on m.role_id = p.role_id) h
                          join agent a on a.id = h.agent_id and a.valid
                         where h.group_id = g.id) as agents
                  from permission_group g
                 order by not g.valid, lower(g.name), g.id
                """)
                .query((row, number) -> new KeptGroup(
                        new Group(new GroupId(row.getLong("id")), row.getString("name")),
                        row.getBoolean("valid"),
                        row.getBoolean("reserved"),
                        row.getInt("agents"),
                        row.getInt("version")))
                .list();
    }

    boolean isReserved(GroupId group) {
        return db.sql("select exists (select 1 from permission_group where id = :id and reserved)")
                .param("id", group.value())
                .query(Boolean.class)
                .single();
    }

    /** Until the transaction ends nobody else changes the groups; reading and choosing go on. */
    void keepAlone() {
        db.sql("lock table permission_group in share row exclusive mode").update();
    }

    boolean isTaken(String name, GroupId own) {
        return db.sql("select exists (select 1 from permission_group where lower(name) = lower(:name) and id <> :own)")
                .param("name", name)
                .param("own", own.value())
                .query(Boolean.class)
                .single();
    }

    Group insert(String name, boolean reserved) {
        return db.sql("insert into permission_group (name, reserved) values (:name, :reserved) returning id")
                .param("name", name)
                .param("reserved", reserved)
                .query((row, number) -> new Group(new GroupId(row.getLong("id")), name))
                .single();
    }

    /** False if it was changed since. */
    boolean update(GroupId id, int seen, String name, boolean valid, boolean reserved) {
        return db.sql("""
                update permission_group
                   set name = :name, valid = :valid, reserved = :reserved, version = version + 1
                 where id = :id
                   and version = :seen
                """)
                        .param("id", id.value())
                        .param("seen", seen)
                        .param("name", name)
                        .param("valid", valid)
                        .param("reserved", reserved)
                        .update()
                == 1;
    }
}
