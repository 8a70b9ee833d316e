package sportello.postmaster;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.Edge;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.Operator;
import sportello.mail.Addressees;
import sportello.mail.Recipient;
import sportello.storage.Files;
import sportello.ticket.Locking;
import sportello.ticket.Mail;
import sportello.ticket.Mailing;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** Letters of the house that come back, or are answered by machines, cause no letters without end (rule 42). */
@SportelloTest
class EchoTest {
    /** What would go round for ever, or grow, has gone round this often or brought this many letters. */
    private static final int ROUNDS = 6;

    private static final int MOST = 30;

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
    private Mailing mailing;

    private Cast cast;
    private Postbag bag;
    private long before;

    @BeforeEach
    void a_mailbox_of_the_test() {
        cast = Cast.onStage(db);
        bag = new Postbag(db, files, false);
        before = db.sql("select coalesce(max(id), 0) from letter")
                .query(Long.class)
                .single();
    }

    private record Sent(String messageId, String to, String subject, boolean automatic) {}

    @Test
    void a_robot_of_a_known_person_gets_a_ticket_and_no_letter() {
        var number = sorted(SortingMails.automatic(giulia(), "Avviso di sistema", "Disco pieno."));
        assertThat(lettersTo(giulia())).isEmpty();
        assertThat(skipped(number, "machine")).containsExactly("Giulia Moretti");
    }

    @Test
    void a_robot_that_does_not_say_so_is_confirmed_so_many_mails_a_day_and_no_more() {
        var robot = "robot-" + UUID.randomUUID().toString().substring(0, 8) + "@roccalba.example";
        db.sql("""
                insert into customer_user (login, customer_id, first_name, last_name, email)
                select :robot, customer_id, 'Centralina', 'Caldaia', :robot from customer_user where id = :giulia
                """)
                .param("robot", robot)
                .param("giulia", cast.id(GIULIA).value())
                .update();
        var most = Edge.of("notification/Echoes.MOST").limit();
        for (var mail = 0; mail < most; mail++) sorted(SortingMails.from(robot, "Allarme " + mail, "Pressione bassa."));
        assertThat(lettersTo(robot)).hasSize(most);

        var number = sorted(SortingMails.from(robot, "Allarme", "Pressione bassa."));

        assertThat(lettersTo(robot)).hasSize(most);
        assertThat(skipped(number, "too_often")).containsExactly("Centralina Caldaia");
    }

    @Test
    void of_one_report_about_several_addresses_people_hear_once() {
        var number = held();
        var one = "uno-" + UUID.randomUUID() + "@neri.example";
        var other = "due-" + UUID.randomUUID() + "@neri.example";
        mailing.mail(
                number,
                version(number),
                new Mail(
                        new Addressees(List.of(new Recipient("", one), new Recipient("", other)), List.of(), List.of()),
                        new Title("Preventivo"),
                        new Message("Quanto costa?"),
                        Uploads.NONE),
                false,
                cast.as(LAURA));
        var mailed = newLetters().stream()
                .filter(letter -> letter.to().equals(one))
                .findFirst()
                .orElseThrow();
        before = last();

        sorted(SortingMails.bounce(List.of(one, other), mailed.messageId()));

        assertThat(newLetters().stream().filter(letter -> isOf(letter, LAURA))).hasSize(1);
        assertThat(newLetters().stream().filter(letter -> isOf(letter, CARLA))).hasSize(1);
    }

    @Test
    void a_list_on_which_a_known_person_writes_gets_no_letter() {
        var number =
                sorted("List-Id: <notizie.roccalba.example>\n" + SortingMails.from(giulia(), "Notizie", "Maggio."));
        assertThat(lettersTo(giulia())).isEmpty();
        assertThat(skipped(number, "machine")).containsExactly("Giulia Moretti");
    }

    /** Whoever answers a person by certified mail sets a chain of receipts going. */
    @Test
    void certified_mail_of_a_known_person_gets_no_letter_and_the_desk_hears_of_it() throws IOException {
        var certified = "giulia.moretti@pec.roccalba.example";
        db.sql("insert into customer_user_address values (:user, :address)")
                .param("user", cast.id(GIULIA).value())
                .param("address", certified)
                .update();
        try {
            var mail = java.nio.file.Files.readString(Path.of("src/test/resources/mails/083-pec-certified.eml"));
            for (var number : List.of(
                    sorted("X-Test: " + UUID.randomUUID() + "\n" + mail),
                    sorted("X-Trasporto: posta-certificata\n" + SortingMails.from(certified, "Guasto", "Spento.")))) {
                assertThat(lettersTo(giulia())).isEmpty();
                assertThat(lettersTo(certified)).isEmpty();
                assertThat(skipped(number, "machine")).containsExactly("Giulia Moretti");
                assertThat(newLetters()).as("the desk").isNotEmpty();
                assertThat(answerTo(number)).isEqualTo("certified");
            }
        } finally {
            db.sql("delete from customer_user_address where address = :address")
                    .param("address", certified)
                    .update();
            // as a stranger's: others must not come to know her customer by what stays in their queue
            db.sql("""
                    update ticket
                       set customer_id = null, customer_user_id = null,
                           queue_id = (select id from queue where raw)
                     where id in (select ticket_id from article where sender_address = :address)
                    """).param("address", certified).update();
        }
    }

    private String answerTo(TicketNumber number) {
        return db.sql("select s.answer from sorted_mail s join ticket t on t.id = s.ticket_id where t.number = :number")
                .param("number", number.value())
                .query(String.class)
                .single();
    }

    @Test
    void two_desks_that_know_each_other_fall_silent() {
        sorted(SortingMails.automatic(giulia(), "[Ticket#A1] Nuova richiesta", "Abbiamo ricevuto."));
        var sent = roundsOf(letter -> letter.to().equals(giulia())
                ? SortingMails.automatic(giulia(), "[A2] " + letter.subject(), "Abbiamo ricevuto.")
                : "");
        assertThat(sent).extracting(Sent::to).doesNotContain(giulia());
    }

    @Test
    void notifications_that_all_come_back_come_to_an_end() {
        var number = held();
        var first = newLetters().stream()
                .filter(letter -> isOf(letter, LAURA, CARLA))
                .toList();
        var sent = roundsOf(
                letter -> isOf(letter, LAURA, CARLA) ? SortingMails.bounce(letter.to(), letter.messageId()) : "");
        assertThat(sent.stream().filter(letter -> isOf(letter, LAURA, CARLA)))
                .as("of each that came back the other one hears")
                .hasSize(2 * first.size());
        assertThat(skipped(number, "bounced")).contains("Laura Bassi", "Carla Neri");
    }

    @Test
    void whoever_is_in_charge_hears_once_that_a_colleague_is_not_reached() {
        held();
        var notice = newLetters().stream().filter(letter -> isOf(letter, LAURA)).toList();
        var laura = address(LAURA);
        before = last();
        for (var letter : notice) sorted(SortingMails.bounce(laura, letter.messageId()));
        assertThat(newLetters()).extracting(Sent::to).doesNotContain(laura);
        assertThat(newLetters().stream().filter(letter -> isOf(letter, CARLA)))
                .as("once for each that came back")
                .hasSameSizeAs(notice)
                .isNotEmpty();
    }

    @Test
    void agents_whose_programs_answer_each_letter_are_left_in_peace() {
        held();
        var first = newLetters();
        var sent = roundsOf(letter -> isOf(letter, LAURA, CARLA)
                ? "In-Reply-To: " + letter.messageId() + "\n"
                        + SortingMails.automatic(letter.to(), "Fuori ufficio", "Torno lunedì.")
                : "");
        assertThat(sent).as("nothing but the letters of the beginning").isEqualTo(first);
    }

    private int version(TicketNumber number) {
        return db.sql("select version from ticket where number = :number")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void agents_whose_programs_answer_under_another_address_hear_of_it_for_a_while() {
        var number = held();
        roundsOf(letter -> isOf(letter, LAURA, CARLA)
                ? "In-Reply-To: " + letter.messageId() + "\n"
                        + SortingMails.automatic("altro-" + letter.to(), "Fuori ufficio", "Torno lunedì.")
                : "");
        assertThat(skipped(number, "too_often")).contains("Laura Bassi", "Carla Neri");
    }

    @Test
    void of_what_machines_write_about_a_ticket_the_desk_hears_so_often_a_day() {
        var number = held();
        var first = newLetters().stream().filter(letter -> isOf(letter, LAURA)).toList();
        before = last();
        var alarm = "In-Reply-To: " + first.getFirst().messageId() + "\n"
                + SortingMails.automatic("centralina@neri.example", "Allarme", "Pressione bassa: ");
        var most = Edge.of("notification/Echoes.MOST_OF_MACHINES").limit();
        for (var mail = 0; mail < most; mail++) assertThat(sorted(alarm + mail)).isEqualTo(number);
        assertThat(lettersTo(address(LAURA))).hasSize(most);

        sorted(alarm + "ancora");

        assertThat(lettersTo(address(LAURA))).hasSize(most);
        assertThat(skipped(number, "too_often")).contains("Laura Bassi");
    }

    /** Answers each new letter as told until no more come; what came in all. */
    private List<Sent> roundsOf(Function<Sent, String> answer) {
        var all = new ArrayList<Sent>();
        for (var round = 0; round < ROUNDS && all.size() < MOST; round++) {
            var fresh = newLetters();
            before = last();
            all.addAll(fresh);
            for (var letter : fresh) {
                var mail = answer.apply(letter);
                if (!mail.isEmpty()) sorted(mail);
            }
        }
        assertThat(newLetters()).as("it has come to an end").isEmpty();
        return all;
    }

    /** Laura's ticket, for which Carla is responsible. */
    private TicketNumber held() {
        var number = ((Outcome.Done<TicketNumber>) opening.byPortal(
                        cast.as(GIULIA),
                        cast.as(GIULIA).customer(),
                        new Title("Orario della biblioteca " + UUID.randomUUID()),
                        new Message("La caldaia della biblioteca."),
                        Uploads.NONE))
                .value();
        locking.lock(number, cast.as(LAURA));
        return number;
    }

    private boolean isOf(Sent letter, Operator... operators) {
        return List.of(operators).stream().map(this::address).anyMatch(letter.to()::equals);
    }

    private List<Sent> newLetters() {
        db.sql("update letter set state = 'sent', sent_at = now() where id > :before and state = 'waiting'")
                .param("before", before)
                .update();
        return db.sql(
                        "select message_id, to_address, subject, auto_submitted from letter where id > :before order by id")
                .param("before", before)
                .query((row, number) -> new Sent(
                        row.getString("message_id"),
                        row.getString("to_address"),
                        row.getString("subject"),
                        row.getBoolean("auto_submitted")))
                .list();
    }

    private long last() {
        return db.sql("select coalesce(max(id), 0) from letter")
                .query(Long.class)
                .single();
    }

    private List<String> lettersTo(String address) {
        return newLetters().stream().map(Sent::to).filter(address::equals).toList();
    }

    private List<String> skipped(TicketNumber number, String why) {
        return db.sql("""
                select distinct n.recipient_name
                  from notification n
                  join ticket t on t.id = n.ticket_id
                 where t.number = :number and n.skipped = :why
                """)
                .param("number", number.value())
                .param("why", why)
                .query(String.class)
                .list();
    }

    private TicketNumber sorted(String mail) {
        var arrival = bag.put(mail);
        sorting.some(bag.mailbox(), 10);
        return new TicketNumber(bag.fate(arrival).number());
    }

    private String address(Operator operator) {
        return db.sql("select email from agent where id = :id")
                .param("id", cast.id(operator).value())
                .query(String.class)
                .single();
    }

    private String giulia() {
        return "biblioteca@roccalba.example";
    }
}
