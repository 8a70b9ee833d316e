package sportello.postmaster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.mail.MailSlowed;
import sportello.mailbox.ArrivalId;
import sportello.mailbox.Arrivals;
import sportello.mailbox.CertificateUnusable;
import sportello.mailbox.MailboxBack;
import sportello.mailbox.MailboxStopped;
import sportello.storage.Files;
import sportello.webhook.Answer;
import sportello.webhook.WebhookBack;
import sportello.webhook.WebhookStopped;

/** What only an administrator can mend is told to the administrators. */
@SportelloTest
@Transactional
class AlarmsTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private Files files;

    @Autowired
    private Arrivals arrivals;

    @Autowired
    private ApplicationEventPublisher events;

    private Postbag bag;

    @BeforeEach
    void a_mailbox_of_the_test() {
        Cast.onStage(db);
        bag = new Postbag(db, files, false);
    }

    @Test
    void a_mailbox_that_stands_still_and_one_that_is_back_is_told_to_each_administrator() {
        events.publishEvent(
                new MailboxStopped(bag.mailbox(), Instant.parse("2026-03-02T08:15:00Z"), "535 wrong {0} password"));
        assertThat(readers()).isEqualTo(administrators()).isNotEmpty();
        assertThat(letters())
                .allMatch(letter -> letter.contains("02/03/2026 09:15") && letter.contains("535 wrong {0} password"));

        events.publishEvent(new MailboxBack(bag.mailbox()));
        assertThat(readers()).hasSize(2 * administrators().size());
    }

    @Test
    void a_webhook_that_does_not_work_is_told_with_what_was_answered_and_so_is_one_that_is_back() {
        var answer = new Answer(404, null, "no_service", null);
        events.publishEvent(new WebhookStopped("Turno", Instant.parse("2026-03-02T08:15:00Z"), answer));
        assertThat(texts("Il webhook Turno non funziona"))
                .hasSameSizeAs(administrators())
                .allMatch(letter -> letter.contains("02/03/2026 09:15") && letter.contains("niente (404)"));

        events.publishEvent(new WebhookBack("Turno"));
        assertThat(texts("Il webhook Turno funziona di nuovo"))
                .hasSameSizeAs(administrators())
                .allMatch(letter -> letter.contains("/admin/webhooks"));
    }

    @Test
    void an_administrator_reads_it_in_the_own_language() {
        db.sql("update agent set language = 'en' where administrator").update();
        events.publishEvent(new MailboxBack(bag.mailbox()));
        assertThat(letters()).isNotEmpty().allMatch(letter -> letter.contains("works again"));
    }

    @Test
    void mails_in_quarantine_are_told_once_an_hour_however_many_they_are() {
        db.sql("delete from alarm_sent").update();
        quarantine("Uno");
        quarantine("Due");
        assertThat(readers()).isEqualTo(administrators());

        db.sql("update alarm_sent set at = at - interval '1 hour'").update();
        quarantine("Tre");
        assertThat(readers()).hasSize(2 * administrators().size());
    }

    @Test
    void letters_without_end_are_told_once_an_hour() {
        db.sql("delete from alarm_sent").update();
        events.publishEvent(new MailSlowed(300));
        events.publishEvent(new MailSlowed(300));

        assertThat(texts("Partono troppe mail"))
                .hasSameSizeAs(administrators())
                .allMatch(letter -> letter.contains("300 al minuto") && letter.contains("/admin/mail"));
        assertThat(db.sql("select alarm from letter where subject like 'Partono troppe mail%'")
                        .query(Boolean.class)
                        .list())
                .containsOnly(true);
    }

    @Test
    void a_new_certificate_that_cannot_be_used_is_told_once_whichever_nodes_see_it() {
        db.sql("delete from alarm_sent").update();
        events.publishEvent(new CertificateUnusable("/etc/posta/valle.pem"));
        events.publishEvent(new CertificateUnusable("/etc/posta/valle.pem"));

        assertThat(db.sql("select text_body from letter where subject = 'Il nuovo certificato non si può usare'")
                        .query(String.class)
                        .list())
                .hasSameSizeAs(administrators())
                .allMatch(letter -> letter.contains("/etc/posta/valle.pem") && letter.contains("/admin/system"));
    }

    private void quarantine(String subject) {
        var arrival = bag.put(SortingMails.from("a@b.example", subject, "Testo."));
        arrivals.quarantine(new ArrivalId(arrival), "defied", "prova");
    }

    private List<String> administrators() {
        return db.sql("select email from agent where administrator and valid order by email")
                .query(String.class)
                .list();
    }

    private List<String> texts(String subject) {
        return db.sql("select text_body from letter where subject = :subject")
                .param("subject", subject)
                .query(String.class)
                .list();
    }

    private List<String> readers() {
        return about("l.to_address");
    }

    private List<String> letters() {
        return about("l.subject || l.text_body");
    }

    private List<String> about(String what) {
        return db.sql("""
                select %s
                  from letter l
                  join mailbox m on position(m.name in l.subject) > 0
                 where m.id = :mailbox
                 order by l.to_address, l.id
                """.formatted(what))
                .param("mailbox", bag.mailbox().value())
                .query(String.class)
                .list();
    }
}
