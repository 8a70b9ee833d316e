package sportello.reply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.queue.QueueId;
import sportello.storage.StoredFile;

/** The templates as administrators keep them. */
@Component
class KeptTemplateSql {
    private static final String KEPT = """
            select t.id, t.name, t.body, t.kinds, t.valid, t.version,
                   array(select q.queue_id from answer_template_queue q where q.template_id = t.id) as queues,
                   array(select n.name
                           from answer_template_queue q
                           join queue n on n.id = q.queue_id
                          where q.template_id = t.id
                          order by lower(n.name)) as queue_names,
                   (select coalesce(json_agg(json_build_object(
                               'id', f.id, 'name', f.name, 'type', f.media_type, 'size', f.size,
                               'hash', encode(f.hash, 'hex')) order by f.position), '[]')::text
                      from answer_template_file f
                     where f.template_id = t.id) as files
              from answer_template t
            """;

    private final JdbcClient db;

    KeptTemplateSql(JdbcClient db) {
        this.db = db;
    }

    List<KeptTemplate> all() {
        return db.sql(KEPT + " order by not t.valid, lower(t.name), t.id")
                .query(KeptTemplateSql::kept)
                .list();
    }

    Optional<KeptTemplate> find(AnswerTemplateId id) {
        return db.sql(KEPT + " where t.id = :id")
                .param("id", id.value())
                .query(KeptTemplateSql::kept)
                .optional();
    }

    /** Until the transaction ends nobody else changes the templates; using them goes on. */
    void keepAlone() {
        db.sql("lock table answer_template in share row exclusive mode").update();
    }

    boolean isTaken(String name, @Nullable AnswerTemplateId own) {
        return db.sql("""
                select exists (select 1
                                 from answer_template
                                where lower(name) = lower(:name)
                                  and id is distinct from :own::bigint)
                """)
                .param("name", name)
                .param("own", own == null ? null : own.value())
                .query(Boolean.class)
                .single();
    }

    AnswerTemplateId insert(TemplateDetails details) {
        return set(db.sql("""
                        insert into answer_template (name, body, kinds, valid)
                        values (:name, :body, :kinds, :valid)
                        returning id
                        """), details)
                .query((row, number) -> new AnswerTemplateId(row.getLong("id")))
                .single();
    }

    /** False if it was changed since. */
    boolean update(AnswerTemplateId id, int seen, TemplateDetails details) {
        return set(db.sql("""
                                update answer_template
                                   set name = :name, body = :body, kinds = :kinds, valid = :valid, version = version + 1
                                 where id = :id
                                   and version = :seen
                                """), details)
                        .param("id", id.value())
                        .param("seen", seen)
                        .update()
                == 1;
    }

    private static JdbcClient.StatementSpec set(JdbcClient.StatementSpec statement, TemplateDetails details) {
        return statement
                .param("name", details.name())
                .param("body", details.body())
                .param("kinds", details.kinds().stream().map(TemplateKind::key).toArray(String[]::new))
                .param("valid", details.valid());
    }

    /** These queues, instead of those it fitted; what is no queue is left out. */
    void fit(AnswerTemplateId id, Collection<QueueId> queues) {
        db.sql("delete from answer_template_queue where template_id = :id")
                .param("id", id.value())
                .update();
        db.sql("""
                insert into answer_template_queue (template_id, queue_id)
                select :id, q.id from queue q where q.id = any(:queues)
                """)
                .param("id", id.value())
                .param("queues", queues.stream().map(QueueId::value).toArray(Long[]::new))
                .update();
    }

    void drop(AnswerTemplateId id, Collection<Long> files) {
        db.sql("delete from answer_template_file where template_id = :id and id = any(:files)")
                .param("id", id.value())
                .param("files", files.toArray(Long[]::new))
                .update();
    }

    void bring(AnswerTemplateId id, String name, String mediaType, StoredFile stored) {
        db.sql("""
                insert into answer_template_file (template_id, position, name, media_type, size, hash)
                select :id, coalesce(max(position), 0) + 1, :name, :type, :size, :hash
                  from answer_template_file
                 where template_id = :id
                """)
                .param("id", id.value())
                .param("name", name)
                .param("type", mediaType)
                .param("size", stored.size())
                .param("hash", stored.hash().bytes())
                .update();
    }

    private static KeptTemplate kept(ResultSet row, int number) throws SQLException {
        var queues = Arrays.stream((Long[]) row.getArray("queues").getArray())
                .map(QueueId::new)
                .collect(Collectors.toSet());
        return new KeptTemplate(
                new AnswerTemplateId(row.getLong("id")),
                new TemplateDetails(
                        row.getString("name"),
                        row.getString("body"),
                        AnswerTemplateSql.kinds(row),
                        queues,
                        row.getBoolean("valid")),
                Arrays.asList((String[]) row.getArray("queue_names").getArray()),
                AnswerTemplateSql.files(row),
                row.getInt("version"));
    }
}
