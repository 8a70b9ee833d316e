package sportello.postmaster;

import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The filters as administrators keep them. */
@Component
class KeptFilterSql {
    private final JdbcClient db;

    KeptFilterSql(JdbcClient db) {
        this.db = db;
    }

    List<KeptFilter> all() {
        return db.sql(MailFilterSql.FILTERS + " order by f.position, f.id")
                .query((row, number) -> new KeptFilter(
                        row.getLong("id"),
                        MailFilterSql.filter(row, number),
                        row.getBoolean("valid"),
                        row.getInt("version")))
                .list();
    }

    long insert(MailFilter filter, boolean valid) {
        return db.sql("""
                insert into mail_filter (name, stop, follow_ups, valid, position)
                select :name, :stop, :followUps, :valid, coalesce(max(position), 0) + 10
                  from mail_filter
                returning id
                """)
                .param("name", filter.name())
                .param("stop", filter.stop())
                .param("followUps", filter.followUps())
                .param("valid", valid)
                .query((row, number) -> row.getLong("id"))
                .single();
    }

    /** False if it was changed since. */
    boolean update(long id, int seen, MailFilter filter, boolean valid) {
        return db.sql("""
                update mail_filter
                   set name = :name, stop = :stop, follow_ups = :followUps, valid = :valid,
                       version = version + 1
                 where id = :id
                   and version = :seen
                """)
                        .param("id", id)
                        .param("seen", seen)
                        .param("name", filter.name())
                        .param("stop", filter.stop())
                        .param("followUps", filter.followUps())
                        .param("valid", valid)
                        .update()
                == 1;
    }

    /** Its conditions and settings, instead of those it had. */
    void hold(long id, MailFilter filter) {
        db.sql("delete from mail_filter_condition where filter_id = :id")
                .param("id", id)
                .update();
        db.sql("delete from mail_filter_setting where filter_id = :id")
                .param("id", id)
                .update();
        for (var position = 1; position <= filter.conditions().size(); position++)
            insert(id, position, filter.conditions().get(position - 1));
        for (var position = 1; position <= filter.settings().size(); position++)
            insert(id, position, filter.settings().get(position - 1));
    }

    private void insert(long id, int position, MailFilter.Condition condition) {
        db.sql("""
                insert into mail_filter_condition (filter_id, position, part, header, pattern, negated)
                values (:id, :position, :part, :header, :pattern, :negated)
                """)
                .param("id", id)
                .param("position", position)
                .param("part", condition.part().name().toLowerCase(Locale.ROOT))
                .param("header", condition.header())
                .param("pattern", condition.pattern())
                .param("negated", condition.negated())
                .update();
    }

    private void insert(long id, int position, MailFilter.Setting setting) {
        db.sql("""
                insert into mail_filter_setting (filter_id, position, name, value)
                values (:id, :position, :name, :value)
                """)
                .param("id", id)
                .param("position", position)
                .param("name", setting.name())
                .param("value", setting.value())
                .update();
    }
}
