package sportello.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of causes as administrators keep it. */
@Component
class FailureCauseSql {
    private final JdbcClient db;

    FailureCauseSql(JdbcClient db) {
        this.db = db;
    }

    List<ListedCause> all() {
        return db.sql("""
                select c.id, c.name, c.valid, c.version, count(a.cause_id) as uses
                  from failure_cause c
                  left join ascertainment a on a.cause_id = c.id
                 group by c.id
                 order by c.position, c.id
                """).query(FailureCauseSql::cause).list();
    }

    Optional<ListedCause> find(long id) {
        return db.sql("""
                select c.id, c.name, c.valid, c.version,
                       (select count(*) from ascertainment a where a.cause_id = c.id) as uses
                  from failure_cause c
                 where c.id = :id
                """).param("id", id).query(FailureCauseSql::cause).optional();
    }

    /** Until the transaction ends nobody else changes the list; reading and choosing go on. */
    void keepAlone() {
        db.sql("lock table failure_cause in share row exclusive mode").update();
    }

    boolean isTaken(String name, long own) {
        return db.sql("select exists (select 1 from failure_cause where lower(name) = lower(:name) and id <> :own)")
                .param("name", name)
                .param("own", own)
                .query(Boolean.class)
                .single();
    }

    boolean isLastToChoose(long id) {
        return db.sql("select not exists (select 1 from failure_cause where valid and id <> :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    long insert(String name) {
        return db.sql("""
                insert into failure_cause (name, position)
                select :name, coalesce(max(position), 0) + 10
                  from failure_cause
                returning id
                """)
                .param("name", name)
                .query((row, number) -> row.getLong("id"))
                .single();
    }

    /** False if it was changed since. */
    boolean update(long id, int seen, String name, boolean valid) {
        return db.sql("""
                update failure_cause
                   set name = :name, valid = :valid, version = version + 1
                 where id = :id
                   and version = :seen
                """)
                        .param("id", id)
                        .param("seen", seen)
                        .param("name", name)
                        .param("valid", valid)
                        .update()
                == 1;
    }

    List<Long> order() {
        return new ArrayList<>(db.sql("select id from failure_cause order by position, id")
                .query(Long.class)
                .list());
    }

    void reorder(List<Long> ids) {
        db.sql("""
                update failure_cause c
                   set position = 10 * o.place
                  from unnest(:ids) with ordinality as o (id, place)
                 where c.id = o.id
                """).param("ids", ids.toArray(Long[]::new)).update();
    }

    private static ListedCause cause(ResultSet row, int number) throws SQLException {
        return new ListedCause(
                row.getLong("id"),
                row.getString("name"),
                row.getBoolean("valid"),
                row.getInt("version"),
                row.getInt("uses"));
    }
}
