package sportello.field;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Organisations, as far as a field can name them. */
@Component
class NameSql {
    private final JdbcClient db;

    NameSql(JdbcClient db) {
        this.db = db;
    }

    List<Named> customers(String key, String name, Reach reach) {
        return db.sql("""
                select c.id, c.code, c.name
                  from customer c
                 where c.valid
                   and (lower(c.code) = lower(:key) or lower(c.name) = lower(:name))
                   and %s
                 order by c.id
                 limit 9
                """.formatted(reach.customers()))
                .params(reach.parameters())
                .param("key", key)
                .param("name", name)
                .query((row, number) -> new Named(row.getLong("id"), row.getString("code"), row.getString("name")))
                .list();
    }
}
