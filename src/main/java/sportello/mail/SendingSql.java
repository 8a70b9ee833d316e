package sportello.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.base.Column;
import tools.jackson.databind.json.JsonMapper;

/** The letters that are tried: whose turn it is, and what came of it. */
@Component
class SendingSql {
    /**
     * The letter that leaves before this one, or itself. An earlier one whose last attempt ended without a note stops no
     * other: perhaps it went, perhaps the program died of it. Nor does one that is passed over.
     */
    private static final String FIRST = """
            (select coalesce(min(earlier.id), l.id)
               from letter l
               left join letter earlier on earlier.thread = l.thread
                    and lower(earlier.to_address) = lower(l.to_address)
                    and earlier.id < l.id
                    and earlier.id > :passed
                    and earlier.state = 'waiting'
                    and (earlier.claimed_until is null or earlier.claimed_until >= now())
              where l.id = :id
                and l.state = 'waiting'
              group by l.id)
            """;

    /** Once it has left, or never will, a letter that lets somebody in says nothing any more. */
    private static final String EMPTIED = """
                       text_body = case when secret then '' else text_body end,
                       html_body = case when secret then '' else html_body end,
                       sealed_body = null,
            """;

    private final JdbcClient db;
    private final SealedBodies sealed;

    SendingSql(JdbcClient db, SealedBodies sealed) {
        this.db = db;
        this.sealed = sealed;
    }

    /**
     * The {@code number}-th attempt at a letter, 0 before the first.
     *
     * @param address to which it goes
     */
    record Attempt(LetterId id, int number, Instant createdAt, String address) {
        static Attempt at(StoredLetter letter) {
            return new Attempt(
                    letter.id(),
                    letter.attempt(),
                    letter.createdAt(),
                    letter.letter().to().address());
        }
    }

    /**
     * Takes a waiting letter for one attempt, or the one that leaves before it, unless somebody else holds that or it leaves
     * later. The claim lasts as long as a talk about it may, and ends by the database's clock, which is the same for every node.
     *
     * @param passed the last letter that is passed over, with all before it
     */
    Optional<Attempt> claim(LetterId id, LetterId passed, Instant now) {
        return db.sql("""
                update letter
                   set attempts = attempts + 1, tried_at = :now,
                       claimed_until = now() + make_interval(
                           secs => :claim + (select coalesce(sum(f.size), 0) / :bytesASecond
                                               from letter_attachment f
                                              where f.letter_id = letter.id))
                 where id = %s
                   and state = 'waiting'
                   and (leaves_at is null or leaves_at <= :now)
                   and (claimed_until is null or claimed_until < now())
                returning id, attempts, created_at, to_address
                """.formatted(FIRST))
                .param("id", id.value())
                .param("passed", passed.value())
                .param("now", utc(now))
                .param("claim", TalkTimes.USUAL.claim().toSeconds())
                .param("bytesASecond", TalkTimes.USUAL.bytesASecond())
                .query(SendingSql::attempt)
                .optional();
    }

    /** All that it says. */
    StoredLetter read(LetterId id) {
        return db.sql("""
                select id, message_id, in_reply_to, reference_ids, to_name, to_address, addressees, subject,
                       text_body, html_body, auto_submitted, auto_replied, origin, sender_name, sender_address, attempts,
                       created_at, sealed_body, seal,
                       (select json_agg(json_build_object('name', f.name, 'mediaType', f.media_type, 'size', f.size,
                                                          'hash', json_build_object('hex', encode(f.hash, 'hex')),
                                                          'contentId', f.content_id)
                                        order by f.position)
                          from letter_attachment f
                         where f.letter_id = letter.id) as files
                  from letter
                 where id = :id
                """).param("id", id.value()).query(this::letter).single();
    }

    /**
     * What a letter waits for.
     *
     * @param leaves not before, null for at once
     * @param held whether somebody tries just this letter
     */
    record Wait(@Nullable Instant leaves, boolean held) {}

    /** Whoever tries a letter just now will note nothing any more. */
    void endClaims() {
        db.sql("update letter set claimed_until = now() where state = 'waiting' and claimed_until > now()")
                .update();
    }

    /** Whoever made this attempt is no longer at it; one that was overtaken by another says nothing. */
    void letGo(Attempt attempt) {
        db.sql("""
                update letter
                   set claimed_until = null
                 where id = :id
                   and state = 'waiting'
                   and attempts = :attempt
                """)
                .param("id", attempt.id().value())
                .param("attempt", attempt.number())
                .update();
    }

    /** Empty if it does not wait. */
    Optional<Wait> waiting(LetterId id, LetterId passed) {
        return db.sql("""
                select leaves_at, id = :id and claimed_until >= now() as held
                  from letter
                 where id = %s
                """.formatted(FIRST))
                .param("id", id.value())
                .param("passed", passed.value())
                .query((row, number) -> new Wait(Column.instant(row, "leaves_at"), row.getBoolean("held")))
                .optional();
    }

    /**
     * A letter at first sight.
     *
     * @param sender from which address it comes, null for the company's
     * @param alarm whether it passes letters without end
     * @param latest how far it has come
     */
    record Glance(@Nullable String sender, boolean alarm, Attempt latest) {
        LetterId id() {
            return latest.id();
        }
    }

    /** Empty if it does not wait. */
    Optional<Glance> glance(LetterId id) {
        return db.sql("""
                select id, attempts, created_at, to_address, sender_address, alarm
                  from letter
                 where id = :id
                   and state = 'waiting'
                """)
                .param("id", id.value())
                .query((row, number) ->
                        new Glance(row.getString("sender_address"), row.getBoolean("alarm"), attempt(row, number)))
                .optional();
    }

    /** Whether it has waited since then. */
    boolean waitsSince(LetterId id, Instant then) {
        return db.sql(
                        "select exists (select 1 from letter where id = :id and state = 'waiting' and created_at <= :then)")
                .param("id", id.value())
                .param("then", utc(then))
                .query(Boolean.class)
                .single();
    }

    void seal(LetterId id, @Nullable Seal seal) {
        db.sql("update letter set seal = :seal where id = :id")
                .param("id", id.value())
                .param("seal", seal == null ? null : seal.stored())
                .update();
    }

    /** What the server has taken is sent, whoever else may have tried meanwhile. */
    void sent(LetterId id, String answer, Instant now) {
        db.sql("""
                update letter
                   set
                """ + EMPTIED + """
                       state = 'sent', sent_at = :now, answer = :answer, claimed_until = null
                 where id = :id
                   and state <> 'sent'
                """)
                .param("id", id.value())
                .param("answer", answer)
                .param("now", utc(now))
                .update();
    }

    /** How many attempts so far may have been copies, with this one; none if another attempt overtook it. */
    int unheard(Attempt attempt) {
        return db.sql("""
                update letter
                   set unheard = unheard + 1
                 where id = :id
                   and state = 'waiting'
                   and attempts = :attempt
                returning unheard
                """)
                .param("id", attempt.id().value())
                .param("attempt", attempt.number())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Notes an attempt that came to nothing; one that was overtaken by another says nothing, and the answer is no. */
    boolean unsent(Attempt attempt, LetterState state, String answer) {
        return db.sql("update letter set " + (state == LetterState.FAILED ? EMPTIED : "") + """
                       state = :state, answer = :answer, claimed_until = null
                 where id = :id
                   and state = 'waiting'
                   and attempts = :attempt
                """)
                        .param("id", attempt.id().value())
                        .param("attempt", attempt.number())
                        .param("state", state.stored())
                        .param("answer", answer)
                        .update()
                == 1;
    }

    private static Attempt attempt(ResultSet row, int number) throws SQLException {
        return new Attempt(
                new LetterId(row.getLong("id")),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("to_address"));
    }

    private StoredLetter letter(ResultSet row, int number) throws SQLException {
        var inReplyTo = row.getString("in_reply_to");
        var addressees = row.getString("addressees");
        var origin = row.getString("origin");
        var sender = row.getString("sender_address");
        var letter = new Letter(
                new Recipient(row.getString("to_name"), row.getString("to_address")),
                row.getString("subject"),
                sealed.open(
                        row.getBytes("sealed_body"),
                        new LetterBody(row.getString("text_body"), row.getString("html_body"))),
                inReplyTo == null ? null : new MessageId(inReplyTo),
                messageIds(row.getString("reference_ids")),
                row.getBoolean("auto_submitted"),
                row.getBoolean("auto_replied"),
                addressees == null ? Addressees.NONE : JsonMapper.shared().readValue(addressees, Addressees.class),
                files(row.getString("files")),
                origin == null ? null : JsonMapper.shared().readValue(origin, Origin.class),
                sender == null ? null : new Recipient(row.getString("sender_name"), sender));
        return new StoredLetter(
                new LetterId(row.getLong("id")),
                new MessageId(row.getString("message_id")),
                letter,
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Seal.of(row.getString("seal")));
    }

    private static List<LetterFile> files(@Nullable String stored) {
        return stored == null ? List.of() : List.of(JsonMapper.shared().readValue(stored, LetterFile[].class));
    }

    private static List<MessageId> messageIds(String stored) {
        return Arrays.stream(stored.split(" "))
                .filter(Predicate.not(String::isEmpty))
                .map(MessageId::new)
                .toList();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
