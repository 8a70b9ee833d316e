package sportello.field;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fields as they are kept, with their options and screens. */
@Component
class FieldSql {
    private static final String EVERYTHING = "select " + WholeField.VALUE
            + """
                   as field, f.valid, f.version, case f.subject %s end as uses
              from field f
            """.formatted(Stream.of(Subject.values()).map(FieldSql::uses).collect(joining(" ")));

    private final JdbcClient db;

    FieldSql(JdbcClient db) {
        this.db = db;
    }

    private static String uses(Subject subject) {
        return "when '%1$s' then (select count(distinct v.%2$s) from %3$s v where v.field_id = f.id)"
                .formatted(subject.key(), subject.column(), subject.table());
    }

    List<Field> valid(Subject subject) {
        return db.sql("select " + WholeField.VALUE + """
                       as field
                  from field f
                 where f.subject = :subject
                   and f.valid
                 order by f.position, f.id
                """)
                .param("subject", subject.key())
                .query(FieldSql::field)
                .list();
    }

    List<KeptField> all() {
        return db.sql(EVERYTHING + " order by f.position, f.id")
                .query(FieldSql::kept)
                .list();
    }

    Optional<KeptField> find(FieldId id) {
        return db.sql(EVERYTHING + " where f.id = :id")
                .param("id", id.value())
                .query(FieldSql::kept)
                .optional();
    }

    /** As the last. */
    FieldId insert(FieldSettings settings) {
        return settings(db.sql("""
                insert into field (subject, name, kind, label_it, label_en, hint_it, hint_en, longest, least, most, pattern,
                                   currency, leaves, valid, position)
                select :subject, :name, :kind, :labelIt, :labelEn, :hintIt, :hintEn, :longest, :least, :most, :pattern,
                       :currency, :leaves, :valid, coalesce(max(position), 0) + 10
                  from field
                returning id
                """), settings)
                .param("subject", settings.subject().key())
                .param("name", settings.key())
                .param("kind", settings.kind().key())
                .query((row, number) -> new FieldId(row.getLong("id")))
                .single();
    }

    /** False if it was changed since. */
    boolean update(FieldId id, int seen, FieldSettings settings) {
        return settings(db.sql("""
                update field
                   set label_it = :labelIt, label_en = :labelEn, hint_it = :hintIt, hint_en = :hintEn, longest = :longest,
                       least = :least, most = :most, pattern = :pattern, currency = :currency, leaves = :leaves, valid = :valid,
                       version = version + 1
                 where id = :id
                   and version = :seen
                """), settings)
                        .param("id", id.value())
                        .param("seen", seen)
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec settings(JdbcClient.StatementSpec statement, FieldSettings settings) {
        var limits = settings.limits();
        return statement
                .param("labelIt", settings.label().italian())
                .param("labelEn", settings.label().english())
                .param("hintIt", settings.hint().italian())
                .param("hintEn", settings.hint().english())
                .param("longest", limits.longest())
                .param("least", limits.least())
                .param("most", limits.most())
                .param("pattern", limits.pattern())
                .param("currency", limits.currency())
                .param("leaves", limits.leaves())
                .param("valid", settings.valid());
    }

    void show(FieldId id, Map<Screen, Use> uses) {
        var shown = uses.entrySet().stream()
                .filter(one -> one.getValue() != Use.HIDDEN)
                .toList();
        db.sql("delete from field_screen where field_id = :id")
                .param("id", id.value())
                .update();
        db.sql("""
                insert into field_screen (field_id, screen, use)
                select :id, screen, use
                  from unnest(:screens, :uses) as shown (screen, use)
                """)
                .param("id", id.value())
                .param("screens", shown.stream().map(one -> one.getKey().key()).toArray(String[]::new))
                .param("uses", shown.stream().map(one -> one.getValue().key()).toArray(String[]::new))
                .update();
    }

    /** What its options are called, those too that are no longer offered. */
    List<String> names(FieldId id) {
        return db.sql("select name from field_option where field_id = :id order by position, id")
                .param("id", id.value())
                .query((row, number) -> row.getString("name"))
                .list();
    }

    /** What hangs below it goes along. */
    void renameBranch(FieldId id, String was, String name) {
        db.sql("""
                update field_option
                   set name = :name || substr(name, length(:was) + 1)
                 where field_id = :id
                   and (name = :was or starts_with(name, :was || :below))
                """)
                .param("id", id.value())
                .param("was", was)
                .param("name", name)
                .param("below", Option.BELOW)
                .update();
    }

    void rename(FieldId id, String was, String name) {
        db.sql("update field_option set name = :name where field_id = :id and name = :was")
                .param("id", id.value())
                .param("was", was)
                .param("name", name)
                .update();
    }

    /** These in their order, and no others; who chose another keeps it. */
    void offer(FieldId id, List<String> names) {
        db.sql("""
                update field_option
                   set valid = false
                 where field_id = :id
                   and lower(name) not in (select lower(name) from unnest(:names) as offered (name))
                """)
                .param("id", id.value())
                .param("names", names.toArray(String[]::new))
                .update();
        db.sql("""
                insert into field_option (field_id, name, position)
                select :id, name, 10 * place
                  from unnest(:names) with ordinality as offered (name, place)
                    on conflict (field_id, lower(name))
                    do update set name = excluded.name, position = excluded.position, valid = true
                """)
                .param("id", id.value())
                .param("names", names.toArray(String[]::new))
                .update();
    }

    private static KeptField kept(ResultSet row, int number) throws SQLException {
        return new KeptField(field(row, number), row.getBoolean("valid"), row.getInt("version"), row.getInt("uses"));
    }

    private static Field field(ResultSet row, int number) throws SQLException {
        return WholeField.read(row.getString("field"));
    }
}
