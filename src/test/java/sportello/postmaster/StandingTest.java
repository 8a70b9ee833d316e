package sportello.postmaster;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Caller.PAOLO;
import static sportello.cast.Operator.LAURA;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Caller;
import sportello.cast.Cast;
import sportello.mail.Addressees;
import sportello.mail.Outbox;
import sportello.mail.Recipient;
import sportello.storage.Files;
import sportello.ticket.Closing;
import sportello.ticket.Forwarding;
import sportello.ticket.Mail;
import sportello.ticket.Merging;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.Sequel;
import sportello.ticket.State;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** What a mail may do depends on who wrote it, and not on what it knows. */
@SportelloTest
class StandingTest {
    private static final String RESERVED = "riservata@valle.example";

    @Autowired
    private Forwarding forwarding;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Files files;

    @Autowired
    private Sorting sorting;

    @Autowired
    private Opening opening;

    @Autowired
    private Closing closing;

    @Autowired
    private Merging merging;

    @Autowired
    private Outbox outbox;

    private Cast cast;
    private Postbag bag;

    @BeforeEach
    void a_mailbox_of_the_test() {
        cast = Cast.onStage(db);
        bag = new Postbag(db, files, false);
    }

    /** FreeScout let whoever forged its Message-ID write as an agent (CVE-2026-47123). */
    @Test
    void nobody_writes_as_an_agent_by_mail_whatever_the_mail_refers_to() {
        var number = opened();
        var before = ticket(number);
        var laura = db.sql("select email from agent where id = :id")
                .param("id", cast.id(LAURA).value())
                .query(String.class)
                .single();
        var sealed = outbox.freshId("ticket-" + id(number)).value();
        for (var head : List.of("", "In-Reply-To: " + sealed + "\nReferences: " + sealed + "\n")) {
            var fate = sorted(head + SortingMails.from(laura, "Re: [Ticket#" + number.value() + "] Orari", "Chiuda."));
            assertThat(fate).isEqualTo(new Postbag.Fate("sorted", "", "join", number.value()));
            var article = newest(number);
            assertThat(article.get("sender")).isEqualTo("customer");
            assertThat(article.get("agent_id")).isNull();
            assertThat(article.get("visible")).isEqualTo(false);
            assertThat(article.get("unverified")).isEqualTo(true);
        }
        assertThat(ticket(number)).isEqualTo(before);
    }

    @Test
    void who_answers_a_ticket_that_went_into_another_is_heard_there() {
        var source = opened();
        var target = opened();
        assertThat(merging.merge(source, version(source), target, cast.as(LAURA)))
                .isInstanceOf(Outcome.Done.class);
        var giulia = mail();
        var sealed = outbox.freshId("ticket-" + id(source)).value();
        for (var mail : List.of(
                SortingMails.from(giulia, "Re: [Ticket#" + source.value() + "] Orari", "Ancora io."),
                "In-Reply-To: " + sealed + "\n" + SortingMails.from(giulia, "Orari", "E ancora.")))
            assertThat(sorted(mail)).isEqualTo(new Postbag.Fate("sorted", "", "join", target.value()));
        assertThat(newest(target).get("unverified")).isEqualTo(false);
    }

    @Test
    void a_customers_person_without_the_right_is_as_a_stranger_in_a_reserved_group() {
        var number = opened();
        var giulia = mail();
        var home = db.sql("select queue_id from ticket where number = :number")
                .param("number", number.value())
                .query(Long.class)
                .single();
        var group = made("insert into permission_group (name, reserved) values ('posta riservata', true) returning id");
        var queue = made("insert into queue (name, group_id) values ('Posta riservata', " + group + ") returning id");
        try {
            db.sql("update ticket set queue_id = " + queue + " where id = " + id(number))
                    .update();
            db.sql("insert into queue_address values (" + queue + ", 1, '" + RESERVED + "')")
                    .update();
            for (var writes : List.of(false, true)) {
                db.sql("delete from customer_right where group_id = " + group).update();
                db.sql("""
                        insert into customer_right (group_id, customer_id, writes, ours)
                        values (%d, %d, %s, true)
                        """.formatted(group, cast.as(GIULIA).customer().value(), writes))
                        .update();
                var subject = "Re: [Ticket#" + number.value() + "] Orari";
                var about = bag.put(SortingMails.from(giulia, subject, "Allora? " + writes));
                var fresh = bag.put(reserved(giulia, "Quante? " + writes));
                sorting.some(bag.mailbox(), 10);
                assertThat(bag.fate(about).number()).isEqualTo(number.value());
                assertThat(newest(number).get("visible")).isEqualTo(writes);
                assertThat(newest(number).get("unverified")).isEqualTo(!writes);
                assertThat(logged(about).contains("\"reserved\"")).as("why").isEqualTo(!writes);
                assertThat(answered(fresh).equals("notified"))
                        .as("who only reads sees it")
                        .isTrue();
            }
            db.sql("delete from customer_right where group_id = " + group).update();
            var fresh = bag.put(reserved(giulia, "Nessun diritto"));
            sorting.some(bag.mailbox(), 10);
            assertThat(answered(fresh)).as("no rule tells of it").isIn("goes", "switched_off", "answered_today");
        } finally {
            db.sql("delete from customer_right where group_id = " + group).update();
            db.sql("delete from queue_address where queue_id = " + queue).update();
            db.sql("update ticket set queue_id = " + home + " where queue_id = " + queue)
                    .update();
            db.sql("delete from automatic_answer_sent where address = lower('" + giulia + "')")
                    .update();
            db.sql("update permission_group set reserved = false, valid = false where id = " + group)
                    .update();
            db.sql("update queue set valid = false where id = " + queue).update();
        }
    }

    /** A further address of the one can be the first of the other. */
    @Test
    void of_two_behind_one_address_who_may_write_is_heard_and_then_who_asked() {
        var shared = mail();
        var giulia = cast.id(GIULIA).value();
        var paolo = cast.id(PAOLO).value();
        var group = made("insert into permission_group (name, reserved) values ('posta di due', true) returning id");
        var queue = made("insert into queue (name, group_id) values ('Posta di due', " + group + ") returning id");
        db.sql("insert into customer_user_address values (" + paolo + ", '" + shared + "')")
                .update();
        db.sql("insert into customer_right (group_id, customer_user_id, writes, ours) values (%d, %d, true, true)"
                        .formatted(group, paolo))
                .update();
        var moved = opened();
        var home = db.sql("select queue_id from ticket where id = " + id(moved))
                .query(Long.class)
                .single();
        try {
            assertThat(heard(shared, opened(GIULIA))).isEqualTo(giulia);
            assertThat(heard(shared, opened(PAOLO))).isEqualTo(paolo);
            db.sql("update ticket set queue_id = " + queue + " where id = " + id(moved))
                    .update();
            assertThat(heard(shared, moved)).as("she asked, and he may write").isEqualTo(paolo);
        } finally {
            db.sql("delete from customer_user_address where customer_user_id = " + paolo)
                    .update();
            db.sql("delete from customer_right where group_id = " + group).update();
            db.sql("update ticket set queue_id = " + home + " where queue_id = " + queue)
                    .update();
            db.sql("delete from queue where id = " + queue).update();
            db.sql("delete from permission_group where id = " + group).update();
        }
    }

    private Object heard(String from, TicketNumber number) {
        sorted(SortingMails.from(from, "Re: [Ticket#" + number.value() + "] Orari", "Sono io. " + number.value()));
        return newest(number).get("customer_user_id");
    }

    @Test
    void a_colleague_of_whom_nobody_has_confirmed_the_customer_is_a_stranger_to_the_requests_of_others() {
        var number = opened();
        var paolo = db.sql("update customer_user set confirmed = false where id = :id returning email")
                .param("id", cast.id(PAOLO).value())
                .query(String.class)
                .single();
        try {
            sorted(SortingMails.from(paolo, "Re: [Ticket#" + number.value() + "] Orari", "Anch'io."));
            assertThat(newest(number).get("visible")).isEqualTo(false);
            assertThat(newest(number).get("unverified")).isEqualTo(true);
        } finally {
            db.sql("update customer_user set confirmed = true where id = :id")
                    .param("id", cast.id(PAOLO).value())
                    .update();
        }
        sorted(SortingMails.from(paolo, "Re: [Ticket#" + number.value() + "] Orari", "Confermo."));
        assertThat(newest(number).get("visible")).isEqualTo(true);
    }

    /** What was passed on to the person stands quoted below, and is nothing for the others of the organisation to read. */
    @Test
    void a_colleague_who_answers_what_was_passed_on_internally_is_heard_by_the_desk_alone() {
        var number = opened();
        var paolo = paolo();
        var forward = forwarded(number, paolo);
        var about = "Re: [Ticket#" + number.value() + "] Orari";
        for (var head : List.of("In-Reply-To: " + forward, "References: " + forward + " <altro@roccalba.example>")) {
            sorted(head + "\n" + SortingMails.from(paolo, about, "Sì. " + head));
            assertThat(newest(number)).containsEntry("visible", false).containsEntry("unverified", false);
        }
        sorted(SortingMails.from(paolo, about, "Di mio aggiungo."));
        assertThat(newest(number)).containsEntry("visible", true);
    }

    /** A ticket of its own would be the writer's, and so the organisation's. */
    @Test
    void such_an_answer_stays_with_the_ticket_that_is_closed_where_other_mails_open_a_new_one() {
        var number = opened();
        var paolo = paolo();
        var forward = forwarded(number, paolo);
        closing.close(
                number,
                version(number),
                State.CLOSED_SUCCESSFUL,
                new Title("Chiusura"),
                new Message("Fatto."),
                false,
                cast.as(LAURA));
        policy(number, "on_closed", "new_ticket");
        try {
            var about = "Re: [Ticket#" + number.value() + "] Orari";
            var fate = sorted("In-Reply-To: " + forward + "\n" + SortingMails.from(paolo, about, "Sì, vedo."));
            assertThat(fate).isEqualTo(new Postbag.Fate("sorted", "", "reject", number.value()));
            assertThat(newest(number)).containsEntry("visible", false).containsEntry("unverified", false);
            assertThat(ticket(number)).containsEntry("state_type", "closed");
            assertThat(told(number)).contains("Laura Bassi");
            assertThat(sorted(SortingMails.from(paolo, about, "Di mio aggiungo."))
                            .verdict())
                    .isEqualTo("open_beside");
        } finally {
            policy(number, "on_closed", "reopen");
        }
    }

    @Test
    void such_an_answer_opens_no_ticket_where_those_of_strangers_do_whoever_gives_it() {
        var number = opened();
        var paolo = paolo();
        var reference = "In-Reply-To: " + forwarded(number, paolo) + "\n";
        bag.trust("mx.valle.example");
        policy(number, "on_stranger", "new_ticket");
        try {
            var about = "Re: [Ticket#" + number.value() + "] Orari";
            for (var writer : List.of(paolo, "paolo@casa.example")) {
                var fate = sorted(reference + SortingMails.from(writer, about, "Sì, vedo."));
                assertThat(fate).isEqualTo(new Postbag.Fate("sorted", "", "join", number.value()));
                assertThat(newest(number)).containsEntry("visible", false).containsEntry("unverified", true);
            }
            assertThat(sorted(SortingMails.from(paolo, about, "Di mio aggiungo."))
                            .verdict())
                    .isEqualTo("open");
        } finally {
            policy(number, "on_stranger", "note");
        }
    }

    private void policy(TicketNumber number, String column, String value) {
        db.sql("update queue set " + column
                        + " = :value where id = (select queue_id from ticket where number = :number)")
                .param("value", value)
                .param("number", number.value())
                .update();
    }

    /** Who got a letter about its newest article. */
    private List<String> told(TicketNumber number) {
        return db.sql("select recipient_name from notification where article_id = :article and letter_id is not null")
                .param("article", newest(number).get("id"))
                .query(String.class)
                .list();
    }

    private String paolo() {
        return db.sql("select email from customer_user where id = :id")
                .param("id", cast.id(PAOLO).value())
                .query(String.class)
                .single();
    }

    /** Passed on internally; answers the name of that mail. */
    private Object forwarded(TicketNumber number, String to) {
        var mail = new Mail(
                Addressees.only(new Recipient("", to)), new Title("Orari"), new Message("Vede?"), Uploads.NONE);
        forwarding.forward(number, version(number), 1, Set.of(), mail, false, new Sequel.Stay(), cast.as(LAURA));
        return newest(number).get("message_id");
    }

    private static String reserved(String from, String text) {
        return SortingMails.from(from, "Ferie", text).replace("desk@valle.example", RESERVED);
    }

    private String mail() {
        return db.sql("select email from customer_user where id = :id")
                .param("id", cast.id(GIULIA).value())
                .query(String.class)
                .single();
    }

    private long made(String statement) {
        return db.sql(statement).query(Long.class).single();
    }

    private String logged(long arrival) {
        return db.sql("select log::text from sorted_mail where arrival_id = " + arrival)
                .query(String.class)
                .single();
    }

    private String answered(long arrival) {
        return db.sql("select answer from sorted_mail where arrival_id = " + arrival)
                .query(String.class)
                .single();
    }

    private Postbag.Fate sorted(String mail) {
        var arrival = bag.put(mail);
        sorting.some(bag.mailbox(), 10);
        return bag.fate(arrival);
    }

    private TicketNumber opened() {
        return opened(GIULIA);
    }

    private TicketNumber opened(Caller by) {
        return ((Outcome.Done<TicketNumber>) opening.byPortal(
                        cast.as(by),
                        cast.as(by).customer(),
                        new Title("Orari"),
                        new Message("La caldaia della biblioteca. " + UUID.randomUUID()),
                        Uploads.NONE))
                .value();
    }

    private long id(TicketNumber number) {
        return (Long) ticket(number).get("id");
    }

    private int version(TicketNumber number) {
        return (Integer) ticket(number).get("version");
    }

    private Map<String, Object> ticket(TicketNumber number) {
        return db.sql("select id, version, state_type, customer_user_id, owner_id from ticket where number = :number")
                .param("number", number.value())
                .query()
                .singleRow();
    }

    private Map<String, Object> newest(TicketNumber number) {
        return db.sql("""
                select a.*
                  from article a
                  join ticket t on t.id = a.ticket_id
                 where t.number = :number
                 order by a.no desc
                 limit 1
                """).param("number", number.value()).query().singleRow();
    }
}
