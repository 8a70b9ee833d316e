package sportello.audit;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which table it is, the code says and never a person. */
@Component
class KeptListSql {
    private final JdbcClient db;

    KeptListSql(JdbcClient db) {
        this.db = db;
    }

    void keepAlone(String table) {
        db.sql("lock table %s in share row exclusive mode".formatted(table)).update();
    }

    boolean isTaken(String table, String name, long own) {
        return db.sql("select exists (select 1 from %s where lower(name) = lower(:name) and id <> :own)"
                        .formatted(table))
                .param("name", name)
                .param("own", own)
                .query(Boolean.class)
                .single();
    }

    String nameOf(String table, long id) {
        return db.sql("select name from %s where id = :id".formatted(table))
                .param("id", id)
                .query(String.class)
                .single();
    }

    List<Long> order(String table) {
        return db.sql("select id from %s order by position, id".formatted(table))
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    void reorder(String table, List<Long> ids) {
        db.sql("""
                update %s t
                   set position = 10 * o.place
                  from unnest(:ids) with ordinality as o (id, place)
                 where t.id = o.id
                """.formatted(table)).param("ids", ids.toArray(Long[]::new)).update();
    }
}
