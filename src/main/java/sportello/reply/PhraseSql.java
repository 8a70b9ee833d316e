package sportello.reply;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.queue.QueueId;

/** The phrases as administrators keep them, each kind in its table. */
@Component
class PhraseSql {
    private final JdbcClient db;

    PhraseSql(JdbcClient db) {
        this.db = db;
    }

    List<KeptPhrase> all() {
        return db.sql("""
                select p.phrase, p.queue_id, p.body
                  from (select 'salutation' as phrase, queue_id, body from salutation
                        union all
                        select 'signature', queue_id, body from signature) p
                  left join queue q on q.id = p.queue_id
                 order by p.phrase, p.queue_id nulls first, lower(q.name)
                """)
                .query((row, number) -> {
                    var queue = row.getObject("queue_id", Long.class);
                    return new KeptPhrase(
                            row.getString("phrase").equals("signature") ? Phrase.SIGNATURE : Phrase.SALUTATION,
                            queue == null ? null : new QueueId(queue),
                            row.getString("body"));
                })
                .list();
    }

    /** Until the transaction ends nobody else changes them. */
    void keepAlone() {
        db.sql("lock table salutation, signature in share row exclusive mode").update();
    }

    Optional<String> body(Phrase phrase, @Nullable QueueId queue) {
        return db.sql(
                        switch (phrase) {
                            case SALUTATION ->
                                "select body from salutation where queue_id is not distinct from :queue::bigint";
                            case SIGNATURE ->
                                "select body from signature where queue_id is not distinct from :queue::bigint";
                        })
                .param("queue", value(queue))
                .query((row, number) -> row.getString("body"))
                .optional();
    }

    void save(Phrase phrase, @Nullable QueueId queue, String body) {
        db.sql(
                        switch (phrase) {
                            case SALUTATION -> """
                            insert into salutation (queue_id, body) values (:queue::bigint, :body)
                                on conflict (queue_id) do update set body = excluded.body
                            """;
                            case SIGNATURE -> """
                            insert into signature (queue_id, body) values (:queue::bigint, :body)
                                on conflict (queue_id) do update set body = excluded.body
                            """;
                        })
                .param("queue", value(queue))
                .param("body", body)
                .update();
    }

    void delete(Phrase phrase, @Nullable QueueId queue) {
        db.sql(
                        switch (phrase) {
                            case SALUTATION ->
                                "delete from salutation where queue_id is not distinct from :queue::bigint";
                            case SIGNATURE ->
                                "delete from signature where queue_id is not distinct from :queue::bigint";
                        })
                .param("queue", value(queue))
                .update();
    }

    private static @Nullable Long value(@Nullable QueueId queue) {
        return queue == null ? null : queue.value();
    }
}
