package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;
import static sportello.cast.Operator.NADIA;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.cast.Cast;
import sportello.cast.LibraryStory;
import sportello.mail.Addressees;
import sportello.mail.Encrypting;
import sportello.mail.Recipient;

/** An article goes on to others: forwarded, redirected, or once more to whom it did not reach. */
@SportelloTest
@Transactional
class PassingOnTest {
    private static final Recipient DITTA = new Recipient("Ditta Neri", "ditta@neri.example");

    @Autowired
    private JdbcClient db;

    @Autowired
    private Opening opening;

    @Autowired
    private Locking locking;

    @Autowired
    private Noting noting;

    @Autowired
    private Mailing mailing;

    @Autowired
    private Forwarding forwarding;

    @Autowired
    private Redirecting redirecting;

    @Autowired
    private Resending resending;

    @Autowired
    private Workbench workbench;

    @Autowired
    private Confidences confidences;

    private Cast cast;
    private TicketNumber number;

    @BeforeEach
    void giulia_has_asked_with_a_plan_and_a_map() {
        cast = Cast.onStage(db);
        var giulia = cast.as(GIULIA);
        var text = done(Message.of(LibraryStory.TEXT));
        number = done(opening.byPortal(
                giulia, giulia.customer(), new Title(LibraryStory.TITLE), text, uploads("orari.pdf", "mappa.png")));
    }

    @Test
    void what_is_forwarded_takes_the_chosen_files_along_and_stays_internal() {
        done(forward(Set.of(2), false));

        assertThat(latest()).isEqualTo("agent email internal");
        assertThat(filesOfTheLatestLetter()).containsExactly("mappa.png", "preventivo.odt");
        assertThat(types()).contains("forwarded").doesNotContain("mailed");
    }

    @Test
    void what_is_forwarded_can_be_shown_to_the_customer() {
        done(forward(Set.of(), true));

        assertThat(latest()).isEqualTo("agent email visible");
    }

    @Test
    void who_may_only_note_forwards_nothing_and_nobody_does_while_another_works() {
        assertThat(refusal(forwarding.forward(
                                number, version(), 1, Set.of(), mail(), false, new Sequel.Stay(), cast.as(NADIA)))
                        .message())
                .isEqualTo("ticket.no_permission");
        done(locking.lock(number, cast.as(LAURA)));
        assertThat(refusal(forward(Set.of(), false)).message()).isEqualTo("ticket.held");
    }

    @Test
    void what_is_redirected_leaves_unchanged_in_the_name_of_who_wrote_it() {
        done(redirecting.redirect(number, version(), 1, DITTA, cast.as(MARIO)));

        assertThat(db.sql("""
                        select subject || ', ' || text_body || ', ' || (origin -> 'from' ->> 'name')
                          from letter
                         where to_address = 'ditta@neri.example'
                        """).query(String.class).single())
                .isEqualTo(LibraryStory.TITLE + ", " + LibraryStory.TEXT.strip() + ", Giulia Moretti");
        assertThat(filesOfTheLatestLetter()).containsExactly("orari.pdf", "mappa.png");
        assertThat(latest()).isEqualTo("agent email internal");
        assertThat(locked()).as("redirecting is no work on the ticket").isFalse();
    }

    @Test
    void what_is_internal_is_not_redirected() {
        done(noting.note(number, new Title("Nota"), new Message("Solo per noi."), false, Uploads.NONE, cast.as(MARIO)));
        assertThat(refusal(redirecting.redirect(number, version(), articles(), DITTA, cast.as(MARIO)))
                        .message())
                .isEqualTo("redirect.internal");
    }

    /** Whether or not a key was there when somebody looked: it may be gone when the letter is posted, or leaves. */
    @Test
    void what_came_encrypted_is_promised_encryption_unless_somebody_has_agreed_to_less() {
        var ticket = workbench.take(number, cast.as(MARIO));
        var mail = mail();
        var agreed = new Mail(
                mail.addressees(), mail.subject(), mail.text(), mail.files(), mail.spent(), mail.fields(), true);
        assertThat(confidences.encrypting(ticket, 1, mail)).isEqualTo(Encrypting.AS_USUAL);
        cameEncrypted();
        assertThat(confidences.encrypting(ticket, 1, mail)).isEqualTo(Encrypting.ALWAYS);
        assertThat(confidences.encrypting(ticket, 1, agreed)).isEqualTo(Encrypting.WHERE_POSSIBLE);
        assertThat(confidences.encrypting(ticket, 0, mail)).isEqualTo(Encrypting.AS_USUAL);
    }

    /** What is redirected is never encrypted, and nobody is asked. */
    @Test
    void what_quotes_something_encrypted_is_not_redirected() {
        cameEncrypted();
        var quoting =
                new Message("Cara Giulia,\n\n" + LibraryStory.TEXT.indent(0).replaceAll("(?m)^", "> "));
        done(noting.note(number, new Title("Nota"), quoting, true, Uploads.NONE, cast.as(MARIO)));
        assertThat(refusal(redirecting.redirect(number, version(), articles(), DITTA, cast.as(MARIO)))
                        .message())
                .isEqualTo("redirect.encrypted");
    }

    private void cameEncrypted() {
        db.sql("""
                insert into article_encryption (article_id, kind, fate, algorithm)
                select a.id, 'smime', 'opened', 'AES-256'
                  from article a
                  join ticket t on t.id = a.ticket_id
                 where t.number = :number and a.no = 1
                """).param("number", number.value()).update();
    }

    @Test
    void a_letter_that_failed_goes_once_more_under_its_name_and_stays_to_be_seen() {
        done(mailing.mail(number, version(), mail(), false, new Sequel.Stay(), cast.as(MARIO)));
        db.sql("update letter set state = 'failed' where to_address = 'ditta@neri.example'")
                .update();

        done(resending.resend(number, articles(), 1, cast.as(MARIO)));

        assertThat(db.sql("""
                        select l.state || ' ' || (l.message_id = a.message_id) || ' ' || count(f)
                          from article a
                          join article_recipient r on r.article_id = a.id
                          join letter l on l.id = r.letter_id
                          left join letter_attachment f on f.letter_id = l.id
                         where a.no = :no and a.ticket_id = (select id from ticket where number = :number)
                         group by l.id, l.state, l.message_id, a.message_id, r.position
                         order by r.position
                        """)
                        .param("no", articles())
                        .param("number", number.value())
                        .query(String.class)
                        .list())
                .containsExactly("failed true 1", "waiting true 1");
    }

    @Test
    void what_did_not_fail_or_went_again_already_stays_where_it_is() {
        done(mailing.mail(number, version(), mail(), false, new Sequel.Stay(), cast.as(MARIO)));
        assertThat(refusal(resending.resend(number, articles(), 1, cast.as(MARIO)))
                        .message())
                .isEqualTo("resend.not_failed");
        db.sql("update letter set state = 'failed' where to_address = 'ditta@neri.example'")
                .update();
        done(resending.resend(number, articles(), 1, cast.as(MARIO)));
        assertThat(refusal(resending.resend(number, articles(), 1, cast.as(MARIO)))
                        .message())
                .isEqualTo("resend.not_failed");
        assertThat(refusal(resending.resend(number, articles(), 2, cast.as(NADIA)))
                        .message())
                .isEqualTo("ticket.no_permission");
    }

    private Outcome<Trace> forward(Set<Integer> along, boolean visible) {
        return forwarding.forward(number, version(), 1, along, mail(), visible, new Sequel.Stay(), cast.as(MARIO));
    }

    private static Mail mail() {
        return new Mail(
                Addressees.only(DITTA), new Title("Orario"), new Message("Vedete sotto."), uploads("preventivo.odt"));
    }

    private List<String> filesOfTheLatestLetter() {
        return db.sql("""
                select name
                  from letter_attachment
                 where letter_id = (select max(letter_id) from article_recipient)
                 order by position
                """).query(String.class).list();
    }

    private String latest() {
        return db.sql("""
                select sender || ' ' || channel || case when visible then ' visible' else ' internal' end
                  from article
                 where ticket_id = (select id from ticket where number = :number)
                 order by no desc
                 limit 1
                """).param("number", number.value()).query(String.class).single();
    }

    private List<String> types() {
        return db.sql("""
                select type from ticket_history where ticket_id = (select id from ticket where number = :number)
                """).param("number", number.value()).query(String.class).list();
    }

    private int articles() {
        return db.sql("select max(no) from article where ticket_id = (select id from ticket where number = :number)")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }

    private boolean locked() {
        return db.sql("select locked_at is not null from ticket where number = :number")
                .param("number", number.value())
                .query(Boolean.class)
                .single();
    }

    private int version() {
        return db.sql("select version from ticket where number = :number")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }

    private static Uploads uploads(String... names) {
        return new Uploads(Stream.of(names)
                .map(name -> new Upload(name, "text/plain", 1, () -> new ByteArrayInputStream(new byte[1])))
                .toList());
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var why) -> throw new AssertionError("refused: " + why);
        };
    }

    private static Refusal refusal(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused<?>(var why)) return why;
        throw new AssertionError("not refused");
    }
}
