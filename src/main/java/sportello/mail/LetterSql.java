package sportello.mail;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.base.Column;
import tools.jackson.databind.json.JsonMapper;

@Component
class LetterSql {
    private final JdbcClient db;
    private final SealedBodies sealed;

    LetterSql(JdbcClient db, SealedBodies sealed) {
        this.db = db;
        this.sealed = sealed;
    }

    /**
     * A letter under the name that it keeps, in the thread that the name tells of.
     *
     * @param kind how it is treated on its way
     * @param seal what is promised to it, null for nothing
     */
    record Posted(
            Letter letter,
            MessageId messageId,
            @Nullable String thread,
            Kind kind,
            @Nullable Seal seal) {
        boolean secret() {
            return kind == Kind.SECRET;
        }
    }

    enum Kind {
        USUAL,
        /** Nobody but its recipient may ever read it. */
        SECRET,
        /** It passes letters without end. */
        ALARM
    }

    /** Answers in the order in which they are given. */
    List<LetterId> insert(List<Posted> posted, Instant now, @Nullable Instant leaves) {
        var rows = IntStream.range(0, posted.size())
                .mapToObj(no -> row(no, posted.get(no)))
                .toList();
        var ids = db.sql("""
                insert into letter (message_id, thread, in_reply_to, reference_ids, to_name, to_address, addressees, subject,
                                    text_body, html_body, auto_submitted, auto_replied, origin, sender_name, sender_address, created_at,
                                    leaves_at, secret, sealed_body, alarm, seal)
                select message_id, thread, in_reply_to, reference_ids, to_name, to_address, addressees, subject,
                       text_body, html_body, auto_submitted, auto_replied, origin, sender_name, sender_address, :now,
                       :leaves, secret, decode(sealed_body, 'base64'), alarm, seal
                  from json_to_recordset(:rows::json)
                       as posted (no integer, message_id text, thread text, in_reply_to text, reference_ids text, to_name text,
                                  to_address text, addressees json, subject text, text_body text, html_body text,
                                  auto_submitted boolean, auto_replied boolean, origin json, sender_name text,
                                  sender_address text, secret boolean, sealed_body text, alarm boolean, seal text)
                 order by no
                returning id
                """)
                .param("rows", JsonMapper.shared().writeValueAsString(rows))
                .param("now", utc(now))
                .param("leaves", leaves == null ? null : utc(leaves), Types.TIMESTAMP_WITH_TIMEZONE)
                .query((row, number) -> new LetterId(row.getLong("id")))
                .list();
        for (var no = 0; no < posted.size(); no++)
            enclose(posted.get(no).letter().files(), ids.get(no));
        return ids;
    }

    private Map<String, @Nullable Object> row(int no, Posted posted) {
        var letter = posted.letter();
        var inReplyTo = letter.inReplyTo();
        var sender = letter.sender();
        var seal = posted.seal();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("no", no);
        row.put("message_id", posted.messageId().value());
        row.put("thread", posted.thread());
        row.put("in_reply_to", inReplyTo == null ? null : inReplyTo.value());
        row.put(
                "reference_ids",
                letter.references().stream().map(MessageId::value).collect(joining(" ")));
        row.put("to_name", letter.to().name());
        row.put("to_address", letter.to().address());
        row.put("addressees", letter.addressees().isEmpty() ? null : letter.addressees());
        row.put("subject", letter.subject());
        row.put("text_body", posted.secret() ? "" : letter.body().text());
        row.put("html_body", posted.secret() ? "" : letter.body().html());
        row.put("secret", posted.secret());
        row.put("alarm", posted.kind() == Kind.ALARM);
        row.put("sealed_body", posted.secret() ? sealed.seal(letter.body()) : null);
        row.put("seal", seal == null ? null : seal.stored());
        row.put("auto_submitted", letter.autoSubmitted());
        row.put("auto_replied", letter.autoReplied());
        row.put("origin", letter.origin());
        row.put("sender_name", sender == null ? "" : sender.name());
        row.put("sender_address", sender == null ? null : sender.address());
        return row;
    }

    private void enclose(List<LetterFile> files, LetterId letter) {
        for (var position = 1; position <= files.size(); position++) enclose(files.get(position - 1), position, letter);
    }

    /** The same letter once more, if it failed; of one that lets somebody in nothing is left. */
    Optional<LetterId> repeat(LetterId failed, Instant now) {
        return db.sql("""
                with again as (
                    insert into letter (message_id, thread, in_reply_to, reference_ids, to_name, to_address, addressees, subject,
                                        text_body, html_body, auto_submitted, auto_replied, origin, sender_name, sender_address, created_at,
                                        seal)
                    select message_id, thread, in_reply_to, reference_ids, to_name, to_address, addressees, subject,
                           text_body, html_body, auto_submitted, auto_replied, origin, sender_name, sender_address, :now,
                           seal
                      from letter
                     where id = :failed
                       and state = 'failed'
                       and not secret
                    returning id),
                     along as (
                    insert into letter_attachment (letter_id, position, name, media_type, size, hash, content_id)
                    select again.id, f.position, f.name, f.media_type, f.size, f.hash, f.content_id
                      from again, letter_attachment f
                     where f.letter_id = :failed)
                select id from again
                """)
                .param("failed", failed.value())
                .param("now", utc(now))
                .query((row, number) -> new LetterId(row.getLong("id")))
                .optional();
    }

    private void enclose(LetterFile file, int position, LetterId letter) {
        db.sql("""
                insert into letter_attachment (letter_id, position, name, media_type, size, hash, content_id)
                values (:letter, :position, :name, :mediaType, :size, :hash, :contentId)
                """)
                .param("letter", letter.value())
                .param("position", position)
                .param("name", file.name())
                .param("mediaType", file.mediaType())
                .param("size", file.size())
                .param("hash", file.hash().bytes())
                .param("contentId", file.contentId())
                .update();
    }

    /** The address to which there was such a letter, if it had left. */
    Optional<String> bounced(String messageId, List<String> addresses, String words) {
        return db
                .sql("""
                update letter
                   set state = 'failed', answer = :words
                 where message_id = :messageId
                   and state = 'sent'
                   and lower(to_address) = (select lower(written.to_address)
                                              from letter written
                                              join unnest(:addresses) with ordinality as called (address, no)
                                                on lower(called.address) = lower(written.to_address)
                                             where written.message_id = :messageId
                                             order by called.no
                                             limit 1)
                returning to_address
                """)
                .param("messageId", messageId)
                .param("addresses", addresses.toArray(String[]::new))
                .param("words", words)
                .query((row, number) -> row.getString("to_address"))
                .list()
                .stream()
                .findFirst();
    }

    /** How many of them nobody has touched. Until the transaction ends nobody does. */
    int holdUntouched(Collection<LetterId> ids) {
        return db.sql("""
                select id
                  from letter
                 where id = any(:ids)
                   and state = 'waiting'
                   and attempts = 0
                 order by id
                   for update
                """).param("ids", values(ids)).query(Long.class).list().size();
    }

    /** Those that wait, and for nothing but a server. */
    List<LetterId> overdue(Instant now) {
        return db.sql("""
                select id
                  from letter
                 where state = 'waiting'
                   and (leaves_at is null or leaves_at <= :now)
                 order by id
                """)
                .param("now", utc(now))
                .query((row, number) -> new LetterId(row.getLong("id")))
                .list();
    }

    void recall(Collection<LetterId> ids) {
        db.sql("update letter set state = 'recalled' where id = any(:ids)")
                .param("ids", values(ids))
                .update();
    }

    List<Delivery> deliveries(Collection<LetterId> ids) {
        return db.sql("""
                select id, message_id, state, attempts, answer, created_at, leaves_at, tried_at, sent_at, seal
                  from letter
                 where id = any(:ids)
                 order by id
                """).param("ids", values(ids)).query(LetterSql::delivery).list();
    }

    static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                new LetterId(row.getLong("id")),
                new MessageId(row.getString("message_id")),
                LetterState.of(row.getString("state")),
                row.getInt("attempts"),
                row.getString("answer"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Column.instant(row, "leaves_at"),
                Column.instant(row, "tried_at"),
                Column.instant(row, "sent_at"),
                Seal.of(row.getString("seal")));
    }

    private static Long[] values(Collection<LetterId> ids) {
        return ids.stream().map(LetterId::value).toArray(Long[]::new);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
