package sportello.agent;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys of one holder in one group. Whoever does not exist is given nothing. */
@Component
class HeldKeySql {
    private final JdbcClient db;

    HeldKeySql(JdbcClient db) {
        this.db = db;
    }

    Set<Permission> held(Holder holder, GroupId group) {
        return db
                .sql(
                        switch (holder) {
                            case Holder.OfAgent agent ->
                                "select permission from agent_permission where agent_id = :id and group_id = :group order by 1";
                            case Holder.OfRole role ->
                                "select permission from role_permission where role_id = :id and group_id = :group order by 1";
                        })
                .param("id", id(holder))
                .param("group", group.value())
                .query((row, number) -> Permission.of(row.getString("permission")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    void give(Holder holder, GroupId group, Set<Permission> keys) {
        db.sql(
                        switch (holder) {
                            case Holder.OfAgent agent -> """
                            insert into agent_permission (agent_id, group_id, permission)
                            select a.id, :group, key from agent a, unnest(:keys) as key where a.id = :id
                            on conflict do nothing
                            """;
                            case Holder.OfRole role -> """
                            insert into role_permission (role_id, group_id, permission)
                            select r.id, :group, key from role r, unnest(:keys) as key where r.id = :id
                            on conflict do nothing
                            """;
                        })
                .param("id", id(holder))
                .param("group", group.value())
                .param("keys", stored(keys))
                .update();
    }

    void take(Holder holder, GroupId group, Set<Permission> keys) {
        db.sql(
                        switch (holder) {
                            case Holder.OfAgent agent -> """
                            delete from agent_permission
                             where agent_id = :id and group_id = :group and permission = any(:keys)
                            """;
                            case Holder.OfRole role -> """
                            delete from role_permission
                             where role_id = :id and group_id = :group and permission = any(:keys)
                            """;
                        })
                .param("id", id(holder))
                .param("group", group.value())
                .param("keys", stored(keys))
                .update();
    }

    /** It is another version from now on: who has its page open is told. */
    void count(Holder holder) {
        db.sql(
                        switch (holder) {
                            case Holder.OfAgent agent -> "update agent set version = version + 1 where id = :id";
                            case Holder.OfRole role -> "update role set version = version + 1 where id = :id";
                        })
                .param("id", id(holder))
                .update();
    }

    String nameOf(Holder holder) {
        return db.sql(
                        switch (holder) {
                            case Holder.OfAgent agent ->
                                "select first_name || ' ' || last_name as name from agent where id = :id";
                            case Holder.OfRole role -> "select name from role where id = :id";
                        })
                .param("id", id(holder))
                .query((row, number) -> row.getString("name"))
                .single();
    }

    private static long id(Holder holder) {
        return switch (holder) {
            case Holder.OfAgent(var id) -> id.value();
            case Holder.OfRole(var id) -> id.value();
        };
    }

    private static String[] stored(Collection<Permission> keys) {
        return keys.stream().map(Permission::key).toArray(String[]::new);
    }
}
