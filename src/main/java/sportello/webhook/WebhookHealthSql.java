package sportello.webhook;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How webhooks are, written down by whoever brings them messages. */
@Component
class WebhookHealthSql {
    private final JdbcClient db;

    WebhookHealthSql(JdbcClient db) {
        this.db = db;
    }

    /** Its name, if somebody had been told that it did not work. */
    Optional<String> worked(WebhookId id, Instant now) {
        return db.sql("""
                with before as (select id, alarmed_at is not null as alarmed from webhook where id = :id for update)
                update webhook w
                   set last_sent_at = :now, failures = 0, failing_since = null, rests_until = null, alarmed_at = null
                  from before
                 where w.id = before.id
                returning w.name, before.alarmed
                """)
                .param("id", id.value())
                .param("now", utc(now))
                .query((row, number) ->
                        row.getBoolean("alarmed") ? Optional.of(row.getString("name")) : Optional.<String>empty())
                .single();
    }

    /** How often it has failed by now, one after the other. */
    int failed(WebhookId id, Answer answer, Instant now) {
        return AnswerColumns.write(db.sql("""
                update webhook
                   set failures = failures + 1, failing_since = coalesce(failing_since, :now), error_at = :now,
                       error_status = :status, error_trouble = :trouble, error_words = :words
                 where id = :id
                returning failures
                """), answer)
                .param("id", id.value())
                .param("now", utc(now))
                .query(Integer.class)
                .single();
    }

    void rest(WebhookId id, Instant until) {
        db.sql("update webhook set rests_until = greatest(rests_until, :until) where id = :id")
                .param("id", id.value())
                .param("until", utc(until))
                .update();
    }

    void wake(WebhookId id) {
        db.sql("update webhook set rests_until = null where id = :id")
                .param("id", id.value())
                .update();
    }

    /** Marks it if it has been failing since before then, once. */
    Optional<WebhookStopped> alarm(WebhookId id, Answer answer, Instant then, Instant now) {
        return db.sql("""
                update webhook
                   set alarmed_at = :now
                 where id = :id
                   and valid
                   and alarmed_at is null
                   and failing_since <= :then
                returning name, failing_since
                """)
                .param("id", id.value())
                .param("now", utc(now))
                .param("then", utc(then))
                .query((row, number) -> new WebhookStopped(
                        row.getString("name"),
                        row.getObject("failing_since", OffsetDateTime.class).toInstant(),
                        answer))
                .optional();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
