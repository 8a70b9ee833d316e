package sportello.postmaster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.LAURA;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.calendar.Appointing;
import sportello.calendar.Plan;
import sportello.cast.Cast;
import sportello.mail.Addressees;
import sportello.mail.Recipient;
import sportello.privacy.Holding;
import sportello.privacy.KeepingRetention;
import sportello.privacy.Retention;
import sportello.queue.QueueId;
import sportello.storage.Files;
import sportello.ticket.Answering;
import sportello.ticket.DraftKind;
import sportello.ticket.Drafts;
import sportello.ticket.History;
import sportello.ticket.Locking;
import sportello.ticket.Mail;
import sportello.ticket.Message;
import sportello.ticket.Noting;
import sportello.ticket.Opening;
import sportello.ticket.TicketId;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Upload;
import sportello.ticket.Uploads;

/**
 * A ticket has a word that no other has in every text, and its time is over: in the morning the word is in none of its rows,
 * and all that is counted is what it was.
 */
@SportelloTest
class EmptiedTicketTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private Files files;

    @Autowired
    private Sorting sorting;

    @Autowired
    private Opening opening;

    @Autowired
    private Locking locking;

    @Autowired
    private Noting noting;

    @Autowired
    private Answering answering;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Appointing appointing;

    @Autowired
    private History history;

    @Autowired
    private Holding holding;

    @Autowired
    private KeepingRetention keeping;

    @Autowired
    private Retention retention;

    private final String word = "arlecchino" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    private final List<Long> holds = new ArrayList<>();
    private Cast cast;
    private TicketNumber number;
    private long rule;

    /** Longer ago than anybody else's tickets were closed. */
    @BeforeEach
    void giulia_asked_fifty_years_ago() {
        cast = Cast.onStage(db);
        number = opened();
        rule = done(keeping.add(
                new QueueId(of("queue_id", Long.class)),
                600,
                true,
                cast.as(ANNA).authority()));
    }

    @AfterEach
    void everything_is_kept_again() {
        holds.forEach(hold -> holding.lift(hold, cast.as(ANNA)));
        db.sql("update ticket set closed_at = now() where closed_at is not null and title like '%' || :word")
                .param("word", word)
                .update();
        db.sql("delete from retention_night").update();
        db.sql("delete from retention_rule").update();
        Cast.withoutFields(db);
        Cast.withoutWebhooks(db);
    }

    @Test
    void no_word_of_it_is_left_and_what_is_counted_is_what_it_was() throws Exception {
        written();
        closed(601);
        var remnants = Remnants.of(db);
        var before = remnants.whereIn(id().value(), word);
        var bytes = bytes();
        var counted = counted();
        assertThat(retention.first(25)).contains(number);
        assertThat(retention.tonight()).contains(new Retention.Tonight(rule, 1, 0));

        night();

        assertThat(before).hasSizeGreaterThan(25);
        assertThat(remnants.whereIn(id().value(), word, "moretti"))
                .as("where the word or the name still stands")
                .isEmpty();
        assertThat(db.sql("select count(*) from blob where hash = any(:bytes)")
                        .param("bytes", bytes.toArray(byte[][]::new))
                        .query(Integer.class)
                        .single())
                .as("files and raw mails")
                .isZero();
        assertThat(bytes).hasSize(2);
        assertThat(counted()).isEqualTo(counted);
        assertThat(of("title", String.class)).isEqualTo("Contenuto cancellato");
        assertThat(history.firstBroken(id())).as("the chain").isEmpty();
        assertThat(retention.nights())
                .extracting(Retention.Night::rule, Retention.Night::emptied, Retention.Night::held)
                .containsExactly(tuple(rule, 1, 0));
        assertThat(db.sql("select count(*) from audit_line where topic = 'retention' and thing = :rule")
                        .param("rule", "" + rule)
                        .query(Integer.class)
                        .single())
                .as("that it was added, and the night")
                .isEqualTo(2);
        assertThat(retention.some()).as("a second time").isZero();
    }

    @Test
    void one_that_is_held_or_younger_or_open_again_is_left_alone() {
        closed(601);
        hold(holding.place(number.value(), "Contenzioso", cast.as(ANNA)));
        var held = number;
        number = opened();
        closed(599);
        var younger = number;
        number = opened();
        closed(601);
        db.sql("update ticket set state_id = 3, state_type = 'open', closed_at = null where number = :number")
                .param("number", number.value())
                .update();

        assertThat(retention.tonight()).containsExactly(new Retention.Tonight(rule, 0, 1));
        night();

        for (var kept : List.of(held, younger, number)) {
            number = kept;
            assertThat(of("title", String.class)).contains(word);
        }
        assertThat(retention.nights())
                .extracting(Retention.Night::emptied, Retention.Night::held)
                .containsExactly(tuple(0, 1));
    }

    @Test
    void with_a_ticket_go_those_that_were_merged_into_it_and_a_hold_on_one_holds_both() {
        var source = number;
        number = opened();
        closed(601);
        db.sql("""
                update ticket
                   set state_id = merged.id, state_type = merged.type, merged_into_id = :into
                  from ticket_state merged
                 where merged.type = 'merged'
                   and number = :number
                """).param("into", id().value()).param("number", source.value()).update();
        var hold = hold(holding.place(source.value(), "Contenzioso", cast.as(ANNA)));
        assertThat(retention.tonight()).containsExactly(new Retention.Tonight(rule, 0, 1));
        done(holding.lift(hold, cast.as(ANNA)));

        night();

        assertThat(of("title", String.class)).isEqualTo("Contenuto cancellato");
        number = source;
        assertThat(of("title", String.class)).isEqualTo("Contenuto cancellato");
    }

    @Test
    void a_hold_on_the_organisation_holds_its_tickets() {
        closed(601);
        var hold = hold(holding.place(cast.as(GIULIA).customer(), "Ispezione", cast.as(ANNA)));
        assertThat(retention.some()).isZero();
        done(holding.lift(hold, cast.as(ANNA)));
        assertThat(retention.some()).isEqualTo(1);
    }

    @Test
    void one_that_was_opened_again_is_emptied_once_more_when_it_is_closed() {
        closed(700);
        night();
        db.sql("update ticket set title = :word, emptied_at = closed_at - interval '1 day' where number = :number")
                .param("word", word)
                .param("number", number.value())
                .update();
        assertThat(retention.some()).isEqualTo(1);
        assertThat(of("title", String.class)).isEqualTo("Contenuto cancellato");
    }

    @Test
    void the_nearest_rule_counts_and_one_that_is_not_valid_does_not() {
        closed(601);
        var anna = cast.as(ANNA).authority();
        done(keeping.correct(rule, 0, 600, false, anna));
        assertThat(retention.tonight()).isEmpty();
        done(keeping.add(null, 599, true, anna));
        assertThat(retention.tonight()).extracting(Retention.Tonight::goes).containsExactly(1);
        db.sql("update ticket set closed_at = closed_at + interval '2 months' where number = :number")
                .param("number", number.value())
                .update();
        done(keeping.correct(rule, 1, 600, true, anna));
        assertThat(retention.tonight()).isEmpty();
    }

    /** Until the test is over, at most. */
    private long hold(Outcome<Long> placed) {
        holds.add(done(placed));
        return done(placed);
    }

    private void night() {
        while (retention.some() > 0) Thread.onSpinWait();
        retention.report();
    }

    private TicketNumber opened() {
        var giulia = cast.as(GIULIA);
        var photo = new Upload(
                word + ".txt", "text/plain", word.length(), () -> new ByteArrayInputStream(word.getBytes(UTF_8)));
        return done(opening.byPortal(
                giulia,
                giulia.customer(),
                new Title("Caldaia " + word),
                new Message("La caldaia " + word + " perde.\n\nGiulia Moretti"),
                new Uploads(List.of(photo))));
    }

    private void written() {
        var laura = cast.as(LAURA);
        done(locking.lock(number, laura));
        done(noting.note(number, new Title("Nota " + word), new Message("Dice " + word), false, Uploads.NONE, laura));
        done(answering.answer(
                number,
                of("version", Integer.class),
                1,
                new Mail(
                        Addressees.only(new Recipient("Giulia " + word, word + "@roccalba.example")),
                        new Title("Re: " + word),
                        new Message("Provvediamo: " + word),
                        Uploads.NONE),
                laura));
        var bag = new Postbag(db, files, false);
        bag.put(SortingMails.from(email(), "Re: [Ticket#" + number.value() + "] " + word, "Ancora " + word));
        sorting.some(bag.mailbox(), 10);
        done(drafts.keep(number, DraftKind.NOTE, 0, Map.of("text", word), laura));
        done(Plan.of(
                        new Title("Da " + word),
                        "Casa " + word,
                        "Suonare " + word,
                        Instant.parse("2026-12-01T08:00:00Z"),
                        Instant.parse("2026-12-01T09:00:00Z"),
                        false,
                        number)
                .then(plan -> appointing.make(plan, laura)));
        for (var statement : """
                insert into field (subject, name, kind, label_it, label_en, position, valid)
                select subject, 'Erased_' || subject, 'line', subject, subject, 900, false
                  from unnest(array['ticket', 'article']) as subject
                    on conflict do nothing;
                insert into ticket_field (ticket_id, field_id, text)
                select :ticket, id, :word from field where name = 'Erased_ticket';
                insert into article_field (article_id, field_id, text)
                select a.id, f.id, :word from field f, article a
                 where f.name = 'Erased_article' and a.ticket_id = :ticket and a.no = 1;
                update article set html_body = '<p>' || text_body || '</p>' where ticket_id = :ticket and event is null;
                update article set reply_to = :word, message_id = '<' || :word || '>', sender_address = :word
                 where ticket_id = :ticket and sender = 'customer' and channel = 'email';
                insert into article_signature (article_id, worth, name, address)
                select max(id), 'valid', :word, :word from article where ticket_id = :ticket;
                insert into article_certified (article_id, kind, sender, addresses, identifier, provider, error, refers_to)
                select max(id), 'message', :word, array[:word], :word, :word, :word, :word
                  from article where ticket_id = :ticket;
                insert into article_authentication (article_id, authenticated, server, dkim, spf, dmarc)
                select max(id), true, :word, :word, :word, :word from article where ticket_id = :ticket
                    on conflict (article_id) do update set dkim = :word;
                insert into ascertainment (ticket_id, closed_at, cause_id, text, corrective_action, agent_id, at)
                select id, created_at, (select min(id) from failure_cause), :word, :word, owner_id, created_at
                  from ticket where id = :ticket;
                insert into webhook (name, language, format, valid) values (:word, 'it', 'sportello', false);
                insert into webhook_delivery (webhook_id, event, ticket, link, subject, body, created_at, state, words)
                select id, 'answered', '', '', :word, :word, now(), 'sent', :word from webhook where name = :word;
                insert into notification (ticket_id, history_id, rule_id, webhook_id, recipient_name, address, delivery_id,
                                          created_at)
                select :ticket, (select max(id) from ticket_history where ticket_id = :ticket),
                       (select min(id) from notification_rule), webhook_id, 'Slack', '', id, now()
                  from webhook_delivery where body = :word;
                update letter set answer = :word, origin = to_json(:word::text), addressees = to_json(:word::text),
                                  in_reply_to = :word, reference_ids = :word
                 where id in (select letter_id from article_recipient where letter_id is not null
                                 and article_id in (select id from article where ticket_id = :ticket));
                """.split(";"))
            if (!statement.isBlank())
                db.sql(statement)
                        .param("ticket", id().value())
                        .param("word", word)
                        .update();
    }

    private void closed(int months) {
        db.sql("""
                update ticket
                   set state_id = 7, state_type = 'closed', locked_at = null, pending_until = null,
                       closed_at = now() - make_interval(months => :months)
                 where number = :number
                """).param("months", months).param("number", number.value()).update();
    }

    /** The hashes of its files and of its mails as they came. */
    private List<byte[]> bytes() {
        return db.sql("""
                select f.hash from attachment f join article a on a.id = f.article_id where a.ticket_id = :ticket
                 union
                select v.hash from arrival v join sorted_mail s on s.arrival_id = v.id where s.ticket_id = :ticket
                """)
                .param("ticket", id().value())
                .query((row, no) -> row.getBytes("hash"))
                .list();
    }

    private Set<String> counted() {
        return Set.of(
                db.sql("""
                select concat_ws(' ', number, queue_id, state_id, owner_id, responsible_id, customer_id, type_id, service_id,
                                 created_at, closed_at,
                                 (select count(*) from article a where a.ticket_id = t.id),
                                 (select string_agg(h.type, ',' order by h.no) from ticket_history h
                                   where h.ticket_id = t.id and h.type <> 'emptied'))
                  from ticket t
                 where number = :number
                """).param("number", number.value()).query(String.class).single());
    }

    private String email() {
        return db.sql("select email from customer_user where id = :id")
                .param("id", cast.id(GIULIA).value())
                .query(String.class)
                .single();
    }

    private TicketId id() {
        return new TicketId(of("id", Long.class));
    }

    private <T> T of(String column, Class<T> type) {
        return db.sql("select " + column + " from ticket where number = :number")
                .param("number", number.value())
                .query(type)
                .single();
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var why) -> throw new AssertionError(why.toString());
        };
    }
}
