package sportello.postmaster;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.mail.Outbox;
import sportello.storage.Files;
import sportello.ticket.Merging;
import sportello.ticket.Message;
import sportello.ticket.Opening;
import sportello.ticket.TicketNumber;
import sportello.ticket.Title;
import sportello.ticket.Uploads;

/** What a mail may do depends on who wrote it, and not on what it knows. */
@SportelloTest
class StandingTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private Files files;

    @Autowired
    private Sorting sorting;

    @Autowired
    private Opening opening;

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
        var giulia = db.sql("select email from customer_user where id = :id")
                .param("id", cast.id(GIULIA).value())
                .query(String.class)
                .single();
        var sealed = outbox.freshId("ticket-" + id(source)).value();
        for (var mail : List.of(
                SortingMails.from(giulia, "Re: [Ticket#" + source.value() + "] Orari", "Ancora io."),
                "In-Reply-To: " + sealed + "\n" + SortingMails.from(giulia, "Orari", "E ancora.")))
            assertThat(sorted(mail)).isEqualTo(new Postbag.Fate("sorted", "", "join", target.value()));
        assertThat(newest(target).get("unverified")).isEqualTo(false);
    }

    private Postbag.Fate sorted(String mail) {
        var arrival = bag.put(mail);
        sorting.some(bag.mailbox(), 10);
        return bag.fate(arrival);
    }

    private TicketNumber opened() {
        return ((Outcome.Done<TicketNumber>) opening.byPortal(
                        cast.as(GIULIA),
                        cast.as(GIULIA).customer(),
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
