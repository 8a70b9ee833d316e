package sportello.agent;

import java.util.List;
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

    boolean isValid(GroupId group) {
        return db.sql("select exists (select 1 from permission_group where id = :id and valid)")
                .param("id", group.value())
                .query(Boolean.class)
                .single();
    }
}
