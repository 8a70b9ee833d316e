package sportello.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
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

    private static ListedCause cause(ResultSet row, int number) throws SQLException {
        return new ListedCause(
                row.getLong("id"),
                row.getString("name"),
                row.getBoolean("valid"),
                row.getInt("version"),
                row.getInt("uses"));
    }
}
