package sportello.postmaster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.base.Language;
import sportello.queue.QueueId;

/** The automatic answers as administrators keep them: one in two languages is two rows. */
@Component
class KeptAnswerSql {
    private static final String KEPT = """
            select i.kind, i.queue_id, i.version, i.valid, i.subject, i.body,
                   e.subject as english_subject, e.body as english_body
              from automatic_answer i
              join automatic_answer e
                on e.kind = i.kind and e.queue_id is not distinct from i.queue_id and e.language = 'en'
             where i.language = 'it'
            """;

    private final JdbcClient db;

    KeptAnswerSql(JdbcClient db) {
        this.db = db;
    }

    List<KeptAnswer> all() {
        return db.sql(KEPT + " order by i.kind, i.queue_id nulls first")
                .query(KeptAnswerSql::kept)
                .list();
    }

    Optional<KeptAnswer> find(AnswerKind kind, @Nullable QueueId queue) {
        return db.sql(KEPT + " and i.kind = :kind and i.queue_id is not distinct from :queue::bigint")
                .param("kind", kind.key())
                .param("queue", queue == null ? null : queue.value())
                .query(KeptAnswerSql::kept)
                .optional();
    }

    /** Until the transaction ends nobody else changes the answers; sending them goes on. */
    void keepAlone() {
        db.sql("lock table automatic_answer in share row exclusive mode").update();
    }

    void delete(AnswerKind kind, @Nullable QueueId queue) {
        db.sql("delete from automatic_answer where kind = :kind and queue_id is not distinct from :queue::bigint")
                .param("kind", kind.key())
                .param("queue", queue == null ? null : queue.value())
                .update();
    }

    void save(KeptAnswer answer) {
        var queue = answer.queue();
        delete(answer.kind(), queue);
        for (var language : Language.values()) {
            var text = answer.details().in(language);
            db.sql("""
                    insert into automatic_answer (kind, queue_id, language, subject, body, valid, version)
                    values (:kind, :queue, :language, :subject, :body, :valid, :version)
                    """)
                    .param("kind", answer.kind().key())
                    .param("queue", queue == null ? null : queue.value())
                    .param("language", language.code())
                    .param("subject", text.subject())
                    .param("body", text.body())
                    .param("valid", answer.details().sent())
                    .param("version", answer.version())
                    .update();
        }
    }

    private static KeptAnswer kept(ResultSet row, int number) throws SQLException {
        var queue = row.getObject("queue_id", Long.class);
        return new KeptAnswer(
                AnswerKind.of(row.getString("kind")),
                queue == null ? null : new QueueId(queue),
                new AnswerDetails(
                        row.getBoolean("valid"),
                        new AnswerText(row.getString("subject"), row.getString("body")),
                        new AnswerText(row.getString("english_subject"), row.getString("english_body"))),
                row.getInt("version"));
    }
}
