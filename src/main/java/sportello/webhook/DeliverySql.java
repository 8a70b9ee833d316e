package sportello.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.base.Column;
import sportello.base.Language;
import sportello.base.Redaction;
import sportello.settings.Secrets;
import tools.jackson.databind.json.JsonMapper;

/** Messages on their way, and those that arrived or were given up. */
@Component
class DeliverySql {
    private final JdbcClient db;
    private final Secrets secrets;

    DeliverySql(JdbcClient db, Secrets secrets) {
        this.db = db;
        this.secrets = secrets;
    }

    /** In one statement however many they are; their numbers in the same order. */
    List<DeliveryId> insert(List<Message> messages, Instant now) {
        var rows = new ArrayList<HashMap<String, Object>>();
        for (var message : messages) {
            var row = new HashMap<String, Object>();
            row.put("no", rows.size());
            row.put("webhook", message.to().value());
            row.put("event", message.event());
            row.put("ticket", message.ticket());
            row.put("link", message.link());
            row.put("subject", message.subject());
            row.put("body", message.body());
            rows.add(row);
        }
        return db.sql("""
                insert into webhook_delivery (webhook_id, event, ticket, link, subject, body, created_at)
                select webhook, event, ticket, link, subject, body, :now
                  from json_to_recordset(:rows::json)
                       as message (no integer, webhook bigint, event text, ticket text, link text, subject text, body text)
                 order by no
                returning id
                """)
                .param("rows", JsonMapper.shared().writeValueAsString(rows))
                .param("now", utc(now))
                .query((row, number) -> new DeliveryId(row.getLong("id")))
                .list();
    }

    /** A message that waits, with all that is needed to send it. */
    record Due(
            DeliveryId id,
            WebhookId webhook,
            boolean valid,
            String host,
            @Nullable String address,
            String ownCa,
            @Nullable Instant restsUntil,
            int attempts,
            Payloads.Order order) {}

    Optional<Due> due(DeliveryId id) {
        return db.sql("""
                select d.id, d.ref, d.event, d.ticket, d.link, d.subject, d.body, d.created_at, d.attempts,
                       w.id as webhook_id, w.valid, w.host, w.address, w.format, w.language, w.secret, w.own_ca,
                       w.rests_until
                  from webhook_delivery d
                  join webhook w on w.id = d.webhook_id
                 where d.id = :id
                   and d.state = 'waiting'
                """)
                .param("id", id.value())
                .query((row, number) -> due(row))
                .optional();
    }

    private Due due(ResultSet row) throws SQLException {
        var at = row.getObject("created_at", OffsetDateTime.class).toInstant();
        var order = new Payloads.Order(
                Format.of(row.getString("format")),
                Language.of(row.getString("language")),
                row.getObject("ref", UUID.class),
                at,
                row.getString("event"),
                row.getString("ticket"),
                row.getString("link"),
                row.getString("subject"),
                row.getString("body"),
                decrypted(row.getBytes("secret")));
        return new Due(
                new DeliveryId(row.getLong("id")),
                new WebhookId(row.getLong("webhook_id")),
                row.getBoolean("valid"),
                row.getString("host"),
                decrypted(row.getBytes("address")),
                row.getString("own_ca"),
                Column.instant(row, "rests_until"),
                row.getInt("attempts"),
                order);
    }

    private @Nullable String decrypted(byte @Nullable [] secret) {
        return secret == null ? null : secrets.decrypt(secret);
    }

    /** What came of a try; nothing if it is not waited for any more. */
    boolean note(DeliveryId id, DeliveryState state, Answer answer, Instant now) {
        return AnswerColumns.write(db.sql("""
                update webhook_delivery
                   set state = :state, attempts = attempts + 1, tried_at = :now, status = :status, trouble = :trouble,
                       words = :words
                 where id = :id
                   and state = 'waiting'
                """), answer)
                        .param("id", id.value())
                        .param("state", state.key())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** Newest first. */
    List<ListedDelivery> list(@Nullable DeliveryState state, long before, int most) {
        return listed("""
                d.id < :id
                   and (:state = '' or d.state = :state)
                """)
                .param("id", before)
                .param("state", state == null ? "" : state.key())
                .param("most", most)
                .query(DeliverySql::listed)
                .list();
    }

    Optional<ListedDelivery> find(DeliveryId id) {
        return listed("d.id = :id")
                .param("id", id.value())
                .param("most", 1)
                .query(DeliverySql::listed)
                .optional();
    }

    private JdbcClient.StatementSpec listed(String condition) {
        return db.sql("""
                select d.id, d.ref, w.name, d.ticket, d.subject, d.created_at, d.state, d.attempts, d.tried_at, d.status,
                       d.trouble, d.words
                  from webhook_delivery d
                  join webhook w on w.id = d.webhook_id
                 where %s
                 order by d.id desc
                 limit :most
                """.formatted(condition));
    }

    private static ListedDelivery listed(ResultSet row, int number) throws SQLException {
        return new ListedDelivery(
                new DeliveryId(row.getLong("id")),
                row.getObject("ref", UUID.class),
                row.getString("name"),
                row.getString("ticket"),
                row.getString("subject"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                DeliveryState.of(row.getString("state")),
                row.getInt("attempts"),
                Column.instant(row, "tried_at"),
                AnswerColumns.read(row, "status", "trouble", "words"));
    }

    void redact(Redaction names, List<DeliveryId> around) {
        db.sql("""
                update webhook_delivery
                   set subject = regexp_replace(subject, :words, :standIn, 'gi'),
                       body = regexp_replace(body, :words, :standIn, 'gi'),
                       words = regexp_replace(words, :words, :standIn, 'gi')
                 where id = any(:around)
                """)
                .param("words", names.expression())
                .param("standIn", names.standIn())
                .param("around", values(around))
                .update();
    }

    /** What was forgotten after its time stays so. */
    void clear(List<DeliveryId> about, String sentence) {
        db.sql("""
                update webhook_delivery
                   set subject = :sentence, body = :sentence, words = ''
                 where id = any(:about)
                   and subject <> ''
                """).param("sentence", sentence).param("about", values(about)).update();
    }

    private static Long[] values(List<DeliveryId> ids) {
        return ids.stream().map(DeliveryId::value).toArray(Long[]::new);
    }

    /** Has it wait again; its webhook, empty if it has arrived or its text is gone. */
    Optional<WebhookId> revive(DeliveryId id) {
        return db.sql("""
                update webhook_delivery
                   set state = 'waiting'
                 where id = :id
                   and state <> 'sent'
                   and subject <> ''
                returning webhook_id
                """)
                .param("id", id.value())
                .query((row, number) -> new WebhookId(row.getLong("webhook_id")))
                .optional();
    }

    List<DeliveryId> waiting(WebhookId webhook) {
        return db.sql("select id from webhook_delivery where webhook_id = :webhook and state = 'waiting' order by id")
                .param("webhook", webhook.value())
                .query((row, number) -> new DeliveryId(row.getLong("id")))
                .list();
    }

    /** Of old messages only what became of them stays. */
    int forgetTexts(Instant before) {
        return db.sql("""
                update webhook_delivery
                   set subject = '', body = '', words = ''
                 where created_at < :before
                   and subject <> ''
                   and state <> 'waiting'
                """).param("before", utc(before)).update();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
