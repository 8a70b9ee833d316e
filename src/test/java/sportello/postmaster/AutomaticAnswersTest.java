package sportello.postmaster;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.EMILY;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.Place;
import sportello.mail.Addressees;
import sportello.mail.Recipient;
import sportello.mailkey.KeepingMailKeys;
import sportello.mime.Locksmith;
import sportello.storage.Files;
import sportello.ticket.ChangingOwner;
import sportello.ticket.Closing;
import sportello.ticket.Locking;
import sportello.ticket.Mail;
import sportello.ticket.Mailing;
import sportello.ticket.Message;
import sportello.ticket.Moving;
import sportello.ticket.Opening;
import sportello.ticket.Releasing;
import sportello.ticket.State;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** Each kind of automatic answer: who gets it, and that whoever would answer it gets none (rule 42). */
@SportelloTest
class AutomaticAnswersTest {
    private static final String KEY = "desk@valle.example";

    /** All by which a letter could say what an article does. */
    private static final String PLACES = " {{article.subject}} {{article.text}} {{article.files}}"
            + " {{customer_article.subject}} {{customer_article.text}} {{ticket.title}}";

    private static final List<String> SIGNS = List.of(
            "Auto-Submitted: auto-replied",
            "Precedence: bulk",
            "List-Id: <notizie.neri.example>",
            "X-Auto-Response-Suppress: All",
            "X-Ricevuta: accettazione",
            "X-Trasporto: posta-certificata",
            "Return-Path: <>");

    @Autowired
    private JdbcClient db;

    @Autowired
    private Files files;

    @Autowired
    private Sorting sorting;

    @Autowired
    private Opening opening;

    @Autowired
    private Mailing mailing;

    @Autowired
    private Closing closing;

    @Autowired
    private Locking locking;

    @Autowired
    private Releasing releasing;

    @Autowired
    private Moving moving;

    @Autowired
    private ChangingOwner owners;

    @Autowired
    private KeepingMailKeys keys;

    @Autowired
    private KeptAnswerSql kept;

    private Cast cast;
    private Postbag bag;
    private List<KeptAnswer> before = List.of();
    private String writer = "";

    @BeforeEach
    void every_kind_is_sent() {
        cast = Cast.onStage(db);
        bag = new Postbag(db, files, false);
        writer = address();
        before = kept.all();
        db.sql("delete from automatic_answer where queue_id is not null").update();
        db.sql("update automatic_answer set valid = true, subject = kind || ' {{ticket.number}}'")
                .update();
    }

    @AfterEach
    void the_house_answers_as_before() {
        db.sql("delete from mail_key where :key = any(addresses)")
                .param("key", KEY)
                .update();
        db.sql("delete from automatic_answer").update();
        before.forEach(kept::save);
        db.sql("update queue set on_closed = 'reopen'").update();
        db.sql("update company set language = 'it'").update();
    }

    @Test
    void a_stranger_reads_the_language_of_the_house() {
        db.sql("update company set language = 'en'").update();
        db.sql("update automatic_answer set subject = language || ' ' || subject")
                .update();
        provoke(AnswerKind.RECEIVED, null, "", "Buongiorno.");
        assertThat(answers()).singleElement().asString().matches("en received [0-9]+");
    }

    @Test
    void a_known_person_reads_the_own_language() {
        writer = db.sql("select email from customer_user where id = :id")
                .param("id", cast.id(EMILY).value())
                .query(String.class)
                .single();
        db.sql("update automatic_answer set subject = language || ' ' || subject")
                .update();
        db.sql("delete from automatic_answer_sent where address = lower(:writer)")
                .param("writer", writer)
                .update();
        var before = answers().size();
        provoke(AnswerKind.FOLLOWED_UP, mailed(), "", "Thank you.");
        assertThat(answers()).hasSize(before + 1).last().asString().matches("en followed_up [0-9]+");
    }

    @ParameterizedTest
    @EnumSource
    void each_queue_answers_in_words_of_its_own_in_either_language(AnswerKind kind) {
        db.sql("""
                insert into automatic_answer (kind, language, queue_id, subject, body)
                select a.kind, a.language, q.id, a.language || ' ' || q.name || ' ' || a.kind, a.body
                  from automatic_answer a
                 cross join queue q
                """).update();
        for (var language : List.of("it", "en")) {
            writer = address();
            db.sql("update company set language = :language")
                    .param("language", language)
                    .update();
            provoke(kind, prepared(kind), "", "Buongiorno.");
            assertThat(answers()).singleElement().asString().matches(language + " .*\\S " + kind.key());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_person_gets_it_once_a_day(AnswerKind kind) {
        var about = prepared(kind);
        provoke(kind, about, "", "Prima.");
        assertThat(answers()).as("the first").singleElement().asString().matches(kind.key() + " [0-9]+");
        provoke(kind, about, "", "Seconda.");
        assertThat(answers()).as("of one day").hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void lists_robots_bounces_and_certified_mail_get_none(AnswerKind kind) {
        var about = prepared(kind);
        for (var sign : SIGNS) {
            provoke(kind, about, sign + "\n", "Qualcosa: " + sign);
            assertThat(answers()).as(sign).isEmpty();
        }
        provoke(kind, about, "", "Chi scrive è una persona.");
        assertThat(answers()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void we_get_none(AnswerKind kind) {
        db.sql("insert into queue_address (queue_id, position, address) values (:queue, 99, :address)")
                .param("queue", cast.raw().value())
                .param("address", writer)
                .update();
        provoke(kind, prepared(kind), "", "Qualcosa.");
        db.sql("delete from queue_address where address = :address")
                .param("address", writer)
                .update();
        assertThat(answers()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_switched_off_is_not_sent(AnswerKind kind) {
        db.sql("update automatic_answer set valid = false where kind = :kind")
                .param("kind", kind.key())
                .update();
        provoke(kind, prepared(kind), "", "Qualcosa.");
        assertThat(answers()).isEmpty();
    }

    @Test
    void a_stranger_who_names_a_ticket_gets_none() {
        sorted(SortingMails.from(writer, about(held()), "Io."));
        assertThat(answers()).isEmpty();
    }

    /** Else whoever writes in somebody's name would have us carry to that person what he likes. */
    @Test
    void who_is_known_and_not_authenticated_hears_what_a_stranger_hears_and_no_word_of_the_mail() {
        db.sql("""
                insert into customer_user (login, customer_id, first_name, last_name, email)
                select :writer, customer_id, 'Ada', 'Neri', :writer from customer_user where id = :giulia
                """)
                .param("writer", writer)
                .param("giulia", cast.id(GIULIA).value())
                .update();
        bag.trust("mx.valle.example");
        for (var mail = 0; mail < 2; mail++) provoke(AnswerKind.RECEIVED, null, "", "Ha vinto un premio.");
        assertThat(saidTo(writer))
                .singleElement()
                .asString()
                .startsWith("received ")
                .doesNotContain("Domanda");
        var pass = SortingMails.verdict("mx.valle.example", "pass", "neri.example");
        provoke(AnswerKind.RECEIVED, null, pass, "Ha vinto un premio.");
        assertThat(saidTo(writer)).hasSize(2).last().asString().contains("Domanda");
        assertThat(answers()).as("that was a notification").hasSize(1);
    }

    @Test
    void of_the_end_a_known_person_hears_by_the_rules_for_notifications_alone() {
        var giulia = "biblioteca@roccalba.example";
        closed(sorted(SortingMails.from(giulia, "Orari", "La caldaia della biblioteca.")));
        assertThat(answersTo(giulia)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void of_what_came_encrypted_none_says_anything(AnswerKind kind) {
        db.sql("update automatic_answer set body = body || :places")
                .param("places", PLACES)
                .update();
        var about = prepared(kind);
        var key = houseKey();
        provoke(kind, encrypted(key, writer, about == null ? "Domanda" : about(about)));
        assertThat(answers()).hasSize(1);
        assertThat(saidTo(writer)).noneMatch(said -> said.contains("contatore"));
    }

    @Test
    void of_what_came_encrypted_no_notification_tells_a_customer_anything() {
        db.sql("update automatic_answer set valid = false").update();
        db.sql("""
                insert into notification_letter (name, language, subject, body)
                select name, language, subject, :places from notification_template
                    on conflict (name, language) do nothing
                """).param("places", PLACES).update();
        var enabled = db.sql("update notification_rule set enabled = true where not enabled returning id")
                .query(Long.class)
                .list();
        try {
            var giulia = "biblioteca@roccalba.example";
            var laura = cast.as(LAURA);
            var key = houseKey();
            var before = saidTo(giulia).size();
            var number = sorted(encrypted(key, giulia, "Contatore"));
            assertThat(saidTo(giulia)).as("she is told that it came").hasSizeGreaterThan(before);
            db.sql("update ticket set queue_id = :queue where number = :number")
                    .param("queue", cast.id(Place.IMPIANTI).value())
                    .param("number", number.value())
                    .update();
            locking.lock(number, laura);
            releasing.release(number, laura);
            sorted(encrypted(key, giulia, about(number)));
            locking.lock(number, laura);
            sorted(encrypted(key, giulia, about(number)));
            owners.change(number, version(number), cast.id(LAURA), laura);
            moving.move(number, version(number), cast.raw(), laura);
            closed(number);
            assertThat(saidTo(giulia)).hasSizeGreaterThan(before + 4).noneMatch(said -> said.contains("contatore"));
            assertThat(saidAbout(number)).as("the desk is told").anyMatch(said -> said.contains("contatore"));
        } finally {
            db.sql("delete from notification_letter").update();
            db.sql("update notification_rule set enabled = false where id = any(:ids)")
                    .param("ids", enabled.toArray(Long[]::new))
                    .update();
        }
    }

    private Locksmith houseKey() {
        var now = Instant.now();
        var key = Locksmith.onCurve(KEY, now.minusSeconds(60), now.plusSeconds(3_600));
        assertThat(keys.add(key.pkcs12("segreta"), "segreta", Authority.HOUSE)).isInstanceOf(Outcome.Done.class);
        return key;
    }

    /** Its text speaks of a meter. */
    private static String encrypted(Locksmith key, String from, String subject) {
        return "X-Test: " + UUID.randomUUID() + "\nFrom: " + from + "\nTo: desk@valle.example\nSubject: " + subject
                + "\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder()
                        .encodeToString(
                                key.sealed("Content-Type: text/plain; charset=utf-8\n\nIl contatore è fermo.\n"));
    }

    private List<String> saidTo(String address) {
        return db.sql("select subject || text_body || html_body from letter where to_address = :address order by id")
                .param("address", address)
                .query(String.class)
                .list();
    }

    private List<String> saidAbout(TicketNumber number) {
        return db.sql("""
                select l.text_body
                  from notification n
                  join letter l on l.id = n.letter_id
                  join ticket t on t.id = n.ticket_id
                 where t.number = :number
                """).param("number", number.value()).query(String.class).list();
    }

    /** The ticket about which the writer will write, if the answer is to such a mail. */
    private @Nullable TicketNumber prepared(AnswerKind kind) {
        return switch (kind) {
            case RECEIVED -> null;
            case FOLLOWED_UP -> mailed();
            case REJECTED -> closedFor("reject");
            case BEGUN_ANEW -> closedFor("new_ticket");
            case CLOSED -> {
                db.sql("update automatic_answer set valid = false where kind = 'received'")
                        .update();
                yield null;
            }
        };
    }

    private TicketNumber closedFor(String policy) {
        var number = mailed();
        closed(number);
        db.sql("""
                update queue set on_closed = :policy
                 where id = (select queue_id from ticket where number = :number)
                """).param("policy", policy).param("number", number.value()).update();
        return number;
    }

    /** Does what calls for the answer: a mail with this head comes, or is what began what ends. */
    private void provoke(AnswerKind kind, @Nullable TicketNumber about, String head, String text) {
        provoke(kind, head + SortingMails.from(writer, about == null ? "Domanda" : about(about), text));
    }

    private void provoke(AnswerKind kind, String mail) {
        var number = sorted(mail);
        if (kind != AnswerKind.CLOSED) return;
        db.sql("update ticket set queue_id = :queue where number = :number")
                .param("queue", cast.id(Place.IMPIANTI).value())
                .param("number", number.value())
                .update();
        closed(number);
    }

    private static String address() {
        return "ditta-" + UUID.randomUUID().toString().substring(0, 8) + "@neri.example";
    }

    private static String about(TicketNumber number) {
        return "Re: [Ticket#" + number + "]";
    }

    /** A ticket about which the writer has got a mail of the desk's. */
    private TicketNumber mailed() {
        var number = held();
        var mail = new Mail(
                Addressees.only(new Recipient("", writer)), new Title("Preventivo"), new Message("?"), Uploads.NONE);
        mailing.mail(number, version(number), mail, true, cast.as(LAURA));
        return number;
    }

    private TicketNumber held() {
        return ((Outcome.Done<TicketNumber>) opening.byPortal(
                        cast.as(GIULIA),
                        cast.as(GIULIA).customer(),
                        new Title("Orari"),
                        new Message("La caldaia della biblioteca."),
                        Uploads.NONE))
                .value();
    }

    private void closed(TicketNumber number) {
        var outcome = closing.close(
                number,
                version(number),
                State.CLOSED_SUCCESSFUL,
                new Title("Chiusura"),
                new Message("Fatto."),
                false,
                cast.as(LAURA));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    private int version(TicketNumber number) {
        return db.sql("select version from ticket where number = :number")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }

    private TicketNumber sorted(String mail) {
        var arrival = bag.put(mail);
        sorting.some(bag.mailbox(), 10);
        var fate = bag.fate(arrival);
        return new TicketNumber(fate.number().isEmpty() ? "nessuno" : fate.number());
    }

    private List<String> answers() {
        return answersTo(writer);
    }

    private List<String> answersTo(String address) {
        return db.sql("select subject from letter where to_address = :address and auto_replied order by id")
                .param("address", address)
                .query(String.class)
                .list();
    }
}
