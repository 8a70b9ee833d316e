package sportello.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.EMILY;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.NADIA;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.Sought;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.cast.Caller;
import sportello.cast.Cast;
import sportello.customer.CustomerUserId;
import sportello.mail.LetterBody;
import sportello.mail.Sealed;
import sportello.settings.Secrets;

/** How a customer's people get their first password: invited by the desk, or by asking for one themselves. */
@SportelloTest
@Transactional
class InvitingTest {
    private static final Visitor VISITOR = new Visitor("192.0.2.7", "Test");
    private static final Pattern LINK = Pattern.compile("http://localhost:8080/reset/([A-Za-z0-9_-]{43})\\b");
    private static final String NEW = "nebbia e castagne";

    @Autowired
    private JdbcClient db;

    @Autowired
    private ResettingPassword resetting;

    @Autowired
    private PortalLetters letters;

    @Autowired
    private Inviting inviting;

    @Autowired
    private LoggingIn loggingIn;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Sessions sessions;

    @Autowired
    private Book book;

    @Autowired
    private Secrets secrets;

    private Cast cast;
    private CustomerUserId giulia;

    @BeforeEach
    void nobody_of_a_customer_can_enter() {
        cast = Cast.onStage(db);
        Cast.withoutLetters(db);
        db.sql("delete from account where customer_user_id is not null").update();
        giulia = cast.id(GIULIA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"giulia.moretti", " GIULIA.Moretti ", "Biblioteca@Roccalba.example"})
    void who_has_no_password_yet_asks_like_who_forgot_it(String name) {
        assertThat(resetting.ask(name, VISITOR)).isEmpty();

        assertThat(jobs()).containsExactly("newcomer-" + giulia.value());
    }

    @Test
    void the_link_opens_the_account_with_the_password_that_was_chosen() {
        letters.answer(giulia);
        var link = lastLink();

        assertThat(resetting.newcomer(link)).contains("giulia.moretti");
        assertThat(resetting.set(link, "corta", false)).isInstanceOf(Reset.Refused.class);
        assertThat(resetting.set(link, "moretti al mare", false)).isInstanceOf(Reset.Refused.class);
        assertThat(resetting.set(link, NEW, false)).isEqualTo(new Reset.Done());

        assertThat(loggingIn.logIn("giulia.moretti", NEW, VISITOR)).isInstanceOf(Entry.Granted.class);
        assertThat(resetting.isOpen(link)).isFalse();
        assertThat(resetting.set(link, "pane e castagne ancora", false)).isEqualTo(new Reset.Dead());
    }

    @Test
    void the_letters_are_written_in_the_persons_language() {
        letters.invite(giulia);
        letters.invite(cast.id(EMILY));
        letters.answer(cast.id(EMILY));

        assertThat(column("subject"))
                .containsExactly(
                        "Il Suo accesso al nostro portale",
                        "Your access to our portal",
                        "Choose your password for the portal");
        assertThat(texts().getFirst()).contains("Buongiorno Giulia", "entro sette giorni", "giulia.moretti", "\n-- \n");
        assertThat(texts()).allMatch(text -> LINK.matcher(text).find());
        assertThat(Sealed.bodies(db, secrets))
                .allMatch(body -> LINK.matcher(body.html()).find());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update customer_user set valid = false where id = :id",
                "update customer set valid = false where id = (select customer_id from customer_user where id = :id)",
                "insert into account (customer_user_id, password_hash, changed_at) values (:id, '', now())"
            })
    void who_may_not_enter_or_can_already_gets_nothing_and_an_old_link_is_dead(String change) {
        letters.invite(giulia);
        var link = lastLink();
        db.sql(change).param("id", giulia.value()).update();

        letters.answer(giulia);
        letters.invite(giulia);
        resetting.ask("giulia.moretti", VISITOR);

        assertThat(column("subject")).hasSize(1);
        assertThat(jobs()).noneMatch(job -> job.startsWith("newcomer"));
        assertThat(resetting.set(link, NEW, false)).isEqualTo(new Reset.Dead());
        assertThat(inviting.invite(giulia, Authority.HOUSE))
                .isEqualTo(new Outcome.Refused<>(new Refusal("invitation.nobody")));
    }

    @Test
    void a_link_that_went_to_another_address_is_dead() {
        letters.invite(giulia);
        var link = lastLink();
        db.sql("update customer_user set email = 'giulia@roccalba.example' where id = :id")
                .param("id", giulia.value())
                .update();

        assertThat(resetting.isOpen(link)).isFalse();
        assertThat(resetting.set(link, NEW, false)).isEqualTo(new Reset.Dead());
        assertThat(inviting.access(giulia).goodUntil()).isNull();
    }

    @Test
    void an_invitation_is_good_for_seven_days_and_a_stranger_who_asks_does_not_end_it() {
        letters.invite(giulia);
        var invitation = lastLink();
        letters.answer(giulia);
        var asked = lastLink();

        later("6 days");
        assertThat(resetting.isOpen(asked)).isFalse();
        assertThat(resetting.isOpen(invitation)).isTrue();
        later("1 day");
        assertThat(resetting.isOpen(invitation)).isFalse();
        assertThat(inviting.access(giulia).invited()).isNotNull();
    }

    @Test
    void the_link_stands_in_no_row() {
        letters.invite(giulia);
        letters.answer(giulia);
        var links = texts().stream()
                .map(LINK::matcher)
                .filter(Matcher::find)
                .map(link -> link.group(1))
                .toList();

        assertThat(links).hasSize(2);
        for (var row : db.sql("select l::text from letter l union all select j::text from scheduled_tasks j"
                        + " union all select p::text from portal_link p")
                .query(String.class)
                .list()) assertThat(links).noneMatch(row::contains);
    }

    @Test
    void only_the_newest_invitation_is_good() {
        letters.invite(giulia);
        var older = lastLink();
        letters.invite(giulia);

        assertThat(resetting.isOpen(older)).isFalse();
        assertThat(resetting.isOpen(lastLink())).isTrue();
    }

    @Test
    void who_keeps_customers_invites_and_the_book_tells_of_it() {
        db.sql("delete from agent_permission where permission = 'rw' and agent_id = :id")
                .param("id", cast.id(NADIA).value())
                .update();
        assertThat(inviting.invite(giulia, cast.as(NADIA).authority()))
                .isEqualTo(new Outcome.Refused<>(new Refusal("customers.keep")));
        assertThat(column("subject")).isEmpty();

        assertThat(inviting.invite(giulia, cast.as(LAURA).authority())).isEqualTo(Outcome.done(giulia));
        assertThat(column("subject")).hasSize(1);
        assertThat(book.read(new Sought(null, Topic.PORTAL, null, null, ""), null, 1)
                        .getFirst()
                        .toString())
                .contains("Giulia Moretti", "biblioteca@roccalba.example");
    }

    @Test
    void nobody_is_flooded_with_letters() {
        for (var i = 0; i < 3; i++)
            assertThat(inviting.invite(giulia, Authority.HOUSE)).isInstanceOf(Outcome.Done.class);
        assertThat(inviting.invite(giulia, Authority.HOUSE)).isInstanceOf(Outcome.Refused.class);
        for (var i = 0; i < 6; i++) letters.answer(giulia);

        assertThat(column("subject")).hasSize(6);
    }

    @Test
    void agents_who_forgot_their_password_go_before_newcomers_of_the_same_address() {
        accounts.open(cast.id(LAURA), "vento caldo sul molo");
        db.sql("update customer_user set email = 'laura.bassi@valleservizi.example' where id = :id")
                .param("id", giulia.value())
                .update();

        resetting.ask("laura.bassi@valleservizi.example", VISITOR);

        assertThat(jobs()).containsExactly(accounts.idOf(cast.as(LAURA)).toString());
    }

    @Test
    void it_is_known_since_when_somebody_can_enter_and_when_they_last_did() {
        assertThat(inviting.access(giulia)).isEqualTo(new PortalAccess(false, null, null, null, null, false));
        letters.invite(giulia);
        resetting.set(lastLink(), NEW, false);

        var opened = inviting.access(giulia);
        assertThat(opened.open()).isTrue();
        assertThat(opened.since()).isNotNull();
        assertThat(opened.entered()).isNull();
        loggingIn.logIn("giulia.moretti", NEW, VISITOR);
        assertThat(inviting.access(giulia).entered()).isNotNull();
    }

    @Test
    void who_is_made_invalid_is_out_at_once() {
        letters.invite(giulia);
        resetting.set(lastLink(), NEW, false);
        var session = ((Entry.Granted) loggingIn.logIn("giulia.moretti", NEW, VISITOR)).session();
        assertThat(sessions.viewer(session)).isPresent();

        db.sql("update customer_user set valid = false where id = :id")
                .param("id", giulia.value())
                .update();

        assertThat(sessions.viewer(session)).isEmpty();
        assertThat(loggingIn.logIn("giulia.moretti", NEW, VISITOR)).isInstanceOf(Entry.Denied.class);
    }

    @Test
    void those_of_a_file_are_invited_some_at_a_time() {
        inviting.inviteAll(List.of(giulia, cast.id(EMILY), cast.id(Caller.PAOLO)), "people");
        assertThat(column("subject")).isEmpty();
        assertThat(inviting.access(giulia).waiting()).isTrue();

        var written = new ArrayList<Integer>();
        for (var i = 0; i < 3; i++) {
            inviting.inviteNext(2);
            written.add(column("subject").size());
        }
        assertThat(written).containsExactly(2, 3, 3);
        assertThat(inviting.access(giulia).waiting()).isFalse();
    }

    private void later(String pause) {
        db.sql("update portal_link set expires_at = expires_at - cast(:pause as interval)")
                .param("pause", pause)
                .update();
    }

    private Secret lastLink() {
        var link = LINK.matcher(texts().getLast());
        assertThat(link.find()).isTrue();
        return new Secret(link.group(1));
    }

    private List<String> jobs() {
        return db.sql("select task_instance from scheduled_tasks where task_name = 'reset-password'")
                .query(String.class)
                .list();
    }

    private List<String> texts() {
        return Sealed.bodies(db, secrets).stream().map(LetterBody::text).toList();
    }

    private List<String> column(String name) {
        return db.sql("select " + name + " from letter order by id")
                .query(String.class)
                .list();
    }
}
