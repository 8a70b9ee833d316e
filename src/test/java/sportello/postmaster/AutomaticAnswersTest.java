package sportello.postmaster;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;

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
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.Place;
import sportello.mail.Addressees;
import sportello.mail.Recipient;
import sportello.storage.Files;
import sportello.ticket.Closing;
import sportello.ticket.Mail;
import sportello.ticket.Mailing;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.State;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** Each kind of automatic answer: who gets it, and that whoever would answer it gets none (rule 42). */
@SportelloTest
class AutomaticAnswersTest {
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

    @Test
    void of_the_end_a_known_person_hears_by_the_rules_for_notifications_alone() {
        var giulia = "biblioteca@roccalba.example";
        closed(sorted(SortingMails.from(giulia, "Orari", "La caldaia della biblioteca.")));
        assertThat(answersTo(giulia)).isEmpty();
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
        var number = sorted(head + SortingMails.from(writer, about == null ? "Domanda" : about(about), text));
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
        mailing.mail(number, version(number), mail, false, cast.as(LAURA));
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
