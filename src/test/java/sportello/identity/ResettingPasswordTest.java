package sportello.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.EMILY;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.LAURA;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.cast.Cast;
import sportello.mail.Sealed;
import sportello.settings.Secrets;

/** A forgotten password, from the question to the new one (S26). */
@SportelloTest
@Transactional
class ResettingPasswordTest {
    private static final Visitor VISITOR = new Visitor("192.0.2.7", "Test");
    private static final Pattern LINK = Pattern.compile("http://localhost:8080/reset/([A-Za-z0-9_-]{43})\\b");
    private static final String NEW = "nebbia e castagne";

    @Autowired
    JdbcClient db;

    @Autowired
    ResettingPassword resetting;

    @Autowired
    ResetLetters letters;

    @Autowired
    LoggingIn loggingIn;

    @Autowired
    Accounts accounts;

    @Autowired
    Sessions sessions;

    @Autowired
    Secrets secrets;

    private Cast cast;
    private AccountId laura;

    @BeforeEach
    void cast() {
        cast = Cast.onStage(db);
        accounts.open(cast.id(LAURA), "vento caldo sul molo");
        accounts.open(cast.id(GIULIA), "vento caldo sul molo");
        accounts.open(cast.id(EMILY), "warm wind on the pier");
        laura = accounts.of(cast.as(LAURA)).id();
    }

    @ParameterizedTest
    @ValueSource(strings = {"laura.bassi", "LAURA.BASSI@valleservizi.example", " laura.bassi"})
    void asking_stages_a_letter_to_whoever_has_the_name(String name) {
        assertThat(resetting.ask(name, VISITOR)).isEmpty();

        assertThat(jobs()).containsExactly(laura.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "*", "%", "laura%", "' or 1=1 --", "a\0b", "laura.bassi,giulia.moretti"})
    void asking_for_nobody_does_the_same_work_and_reaches_nobody(String name) {
        assertThat(resetting.ask(name, VISITOR)).isEmpty();

        assertThat(jobs()).containsExactly("nobody");
    }

    @Test
    void the_letter_brings_a_link_from_the_configured_address_in_the_readers_language() {
        letters.send(laura);
        letters.send(accounts.of(cast.as(EMILY)).id());

        assertThat(subjects()).containsExactly("Scelga una nuova password", "Choose a new password");
        assertThat(Sealed.bodies(db, secrets))
                .allMatch(body -> LINK.matcher(body.text()).find())
                .allMatch(body -> LINK.matcher(body.html()).find());
        assertThat(Sealed.bodies(db, secrets).getFirst().text())
                .contains("Buongiorno Laura", "laura.bassi", "entro un’ora");
    }

    @Test
    void the_link_sets_a_password_once_and_ends_all_sessions() {
        var session = LoggedIn.session(cast.as(LAURA), db);
        var token = mailed(laura);

        assertThat(resetting.set(token, NEW, false)).isEqualTo(new Reset.Done());

        assertThat(sessions.viewer(session)).isEmpty();
        assertThat(loggingIn.logIn("laura.bassi", NEW, VISITOR)).isInstanceOf(Entry.Granted.class);
        assertThat(loggingIn.logIn("laura.bassi", "vento caldo sul molo", VISITOR))
                .isInstanceOf(Entry.Denied.class);
        assertThat(resetting.isOpen(token)).isFalse();
        assertThat(resetting.set(token, "pane e castagne ancora", false)).isEqualTo(new Reset.Dead());
    }

    @Test
    void a_weak_password_does_not_use_the_link_up() {
        var token = mailed(laura);

        assertThat(resetting.set(token, "corta", false)).isInstanceOf(Reset.Refused.class);
        assertThat(resetting.set(token, "laura va al mare", false)).isInstanceOf(Reset.Refused.class);
        assertThat(resetting.set(token, "x".repeat(1_000_000), false)).isInstanceOf(Reset.Refused.class);
        assertThat(resetting.set(token, NEW, false)).isEqualTo(new Reset.Done());
    }

    @Test
    void only_the_newest_link_is_good() {
        var older = mailed(laura);
        var newer = mailed(laura);

        assertThat(resetting.isOpen(older)).isFalse();
        assertThat(resetting.isOpen(newer)).isTrue();
    }

    @Test
    void a_link_is_good_for_its_person_only() {
        var token = mailed(accounts.of(cast.as(GIULIA)).id());
        resetting.set(token, NEW, false);

        assertThat(loggingIn.logIn("giulia.moretti", NEW, VISITOR)).isInstanceOf(Entry.Granted.class);
        assertThat(loggingIn.logIn("laura.bassi", NEW, VISITOR)).isInstanceOf(Entry.Denied.class);
    }

    @Test
    void after_an_hour_the_link_is_dead() {
        var token = mailed(laura);
        db.sql("update reset_token set expires_at = expires_at - interval '1 hour'")
                .update();

        assertThat(resetting.isOpen(token)).isFalse();
        assertThat(resetting.set(token, NEW, false)).isEqualTo(new Reset.Dead());
    }

    /** Whoever reads there is perhaps why it was corrected. */
    @Test
    void a_corrected_address_kills_the_link_that_went_to_the_other() {
        var token = mailed(laura);
        db.sql("update agent set email = 'laura@valleservizi.example' where login = 'laura.bassi'")
                .update();

        assertThat(resetting.isOpen(token)).isFalse();
        assertThat(resetting.set(token, NEW, false)).isEqualTo(new Reset.Dead());
        assertThat(resetting.isOpen(mailed(laura))).isTrue();
    }

    @Test
    void a_password_that_was_changed_otherwise_kills_the_link() {
        var token = mailed(laura);
        accounts.setPassword(laura, "hash");

        assertThat(resetting.isOpen(token)).isFalse();
    }

    @Test
    void the_token_is_kept_as_a_hash_only() {
        var token = mailed(laura);

        assertThat(db.sql("select encode(token_hash, 'escape') from reset_token")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(stored -> stored.contains(token.text()));
        assertThat(db.sql("select l::text from letter l union all select j::text from scheduled_tasks j")
                        .query(String.class)
                        .list())
                .as("nor does the letter that brings it tell")
                .isNotEmpty()
                .noneMatch(row -> row.contains(token.text()));
    }

    @Test
    void a_password_that_was_kept_cheaply_is_kept_anew_at_the_next_log_in_and_no_session_ends() {
        var cheap = new Passwords(new Effort(LittleEffort.EFFORT.kibibytes() / 2, 1)).hash(NEW);
        accounts.setPassword(laura, cheap);
        var before = sessions.open(laura, VISITOR);

        assertThat(loggingIn.logIn("laura.bassi", "sbagliata", VISITOR)).isInstanceOf(Entry.Denied.class);
        assertThat(hash(laura)).isEqualTo(cheap);
        assertThat(loggingIn.logIn("laura.bassi", NEW, VISITOR)).isInstanceOf(Entry.Granted.class);
        var kept = hash(laura);
        assertThat(kept).isNotEqualTo(cheap);
        assertThat(loggingIn.logIn("laura.bassi", NEW, VISITOR)).isInstanceOf(Entry.Granted.class);
        assertThat(hash(laura)).isEqualTo(kept);
        assertThat(sessions.viewer(before)).isPresent();
    }

    private String hash(AccountId account) {
        return db.sql("select password_hash from account where id = :id")
                .param("id", account.value())
                .query(String.class)
                .single();
    }

    @Test
    void nobody_is_flooded_with_letters() {
        for (int i = 0; i < 6; i++) letters.send(laura);

        assertThat(subjects()).hasSize(3);
    }

    @Test
    void who_may_no_longer_enter_gets_no_letter_and_cannot_use_an_old_one() {
        var token = mailed(laura);
        db.sql("update agent set valid = false where login = 'laura.bassi'").update();

        letters.send(laura);

        assertThat(subjects()).hasSize(1);
        assertThat(resetting.set(token, NEW, false)).isEqualTo(new Reset.Dead());
    }

    @Test
    void who_asks_for_many_must_wait() {
        for (int i = 0; i < 20; i++)
            assertThat(resetting.ask("name" + i, VISITOR)).isEmpty();

        assertThat(resetting.ask("laura.bassi", VISITOR))
                .get()
                .satisfies(why -> assertThat(why.key()).isEqualTo("refusal.throttle.minutes"));
        assertThat(resetting.ask("laura.bassi", new Visitor("198.51.100.1", "")))
                .isEmpty();
    }

    private Secret mailed(AccountId account) {
        letters.send(account);
        var link = LINK.matcher(Sealed.bodies(db, secrets).getLast().text());
        assertThat(link.find()).isTrue();
        return new Secret(link.group(1));
    }

    private List<String> jobs() {
        return db.sql("select task_instance from scheduled_tasks where task_name = 'reset-password'")
                .query(String.class)
                .list();
    }

    private List<String> subjects() {
        return db.sql("select subject from letter order by id")
                .query(String.class)
                .list();
    }
}
