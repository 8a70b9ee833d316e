package sportello.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.cast.Caller.GIULIA;
import static sportello.cast.Operator.ANNA;
import static sportello.cast.Operator.CARLA;
import static sportello.cast.Operator.LAURA;
import static sportello.cast.Operator.MARIO;
import static sportello.cast.Operator.PIERO;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.Edge;
import sportello.OtherTime;
import sportello.SportelloTest;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.mail.Sealed;
import sportello.settings.Secrets;

/** What stands in the table of limits of the door: for how long things are good that it hands out, and how many there are. */
@SportelloTest
@Transactional
class DoorEdgesTest {
    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");
    private static final Visitor VISITOR = new Visitor("192.0.2.7", "Test");
    private static final Pattern LINK = Pattern.compile("/reset/([A-Za-z0-9_-]{43})");

    @Autowired
    private JdbcClient db;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Accounts accounts;

    @Autowired
    private SessionSql sessions;

    @Autowired
    private OwnPasskeys own;

    @Autowired
    private Devices devices;

    @Autowired
    private Secrets secrets;

    private Cast cast;
    private Account laura;

    @BeforeEach
    void cast() {
        cast = Cast.onStage(db);
        laura = accounts.find(LoggedIn.account(cast.as(LAURA), db)).orElseThrow();
    }

    /** A part of the house, so many seconds later. */
    private <T> T after(long seconds, Class<T> part) {
        return OtherTime.at(NOW.plusSeconds(seconds), part, house);
    }

    @Test
    void half_an_entry_is_over_after_its_time() throws Exception {
        Edge.of("identity/HalfEntries.GOOD_FOR").isTheFirst(seconds -> {
            var token = after(0, HalfEntries.class).open(laura.id(), null);
            return after(seconds, HalfEntries.class).find(token).isEmpty();
        });
    }

    @Test
    void a_proof_is_over_after_its_time() throws Exception {
        var session = LoggedIn.session(cast.as(LAURA), db);
        sessions.prove(session.hash(), NOW);
        Edge.of("identity/ProvingAgain.GOOD_FOR")
                .isTheFirst(seconds -> !after(seconds, ProvingAgain.class).isRecent(session));
    }

    @Test
    void a_rescue_is_over_after_its_time() throws Exception {
        Edge.of("identity/Rescuing.GOOD_FOR").isTheFirst(seconds -> {
            var rescue = (Outcome.Done<URI>) after(0, Rescuing.class).reset("laura.bassi");
            return isDead(rescue.value().toString(), seconds);
        });
    }

    @Test
    void a_link_to_a_new_password_is_over_after_its_time() throws Exception {
        Edge.of("identity/ResetLetters.GOOD_FOR").isTheFirst(seconds -> {
            after(0, ResetLetters.class).send(laura.id());
            return isDead(Sealed.bodies(db, secrets).getLast().text(), seconds);
        });
    }

    private boolean isDead(String text, int seconds) {
        var link = LINK.matcher(text);
        assertThat(link.find()).isTrue();
        return !after(seconds, ResettingPassword.class).isOpen(new Secret(link.group(1)));
    }

    @Test
    void what_a_device_is_to_sign_is_over_after_its_time() throws Exception {
        var edge = Edge.of("identity/Passkeys.GOOD_FOR");
        edge.isTheFirst(seconds -> {
            var answer = new SecurityKey().make(after(0, Passkeys.class).making(laura, "Chiave", "Valle"));
            return after(seconds, Passkeys.class).add(laura, answer).equals(Outcome.refused("passkey.stale"));
        });
        var key = made();
        edge.isTheFirst(seconds -> isLost(key, seconds));
    }

    /** Whoever takes all of it, and a moment for the way, is still heard. */
    @Test
    void a_browser_is_told_how_long_its_device_may_take() throws Exception {
        var edge = Edge.of("identity/RelyingParty.PATIENCE");
        var told = "\"timeout\":" + edge.time().toMillis() + "\\b";
        assertThat(after(0, Passkeys.class).making(laura, "Chiave", "Valle")).containsPattern(told);
        assertThat(after(0, Passkeys.class).showing()).containsPattern(told);
        var key = made();
        for (var seconds : List.of(edge.limit() - 1, edge.limit(), edge.limit() + 1))
            assertThat(isLost(key, seconds)).isFalse();
    }

    private SecurityKey made() throws Exception {
        var key = new SecurityKey();
        var keeping = after(0, Passkeys.class);
        assertThat(keeping.add(laura, key.make(keeping.making(laura, "Chiave", "Valle"))))
                .isInstanceOf(Outcome.Done.class);
        return key;
    }

    private boolean isLost(SecurityKey key, int seconds) throws Exception {
        var answer = key.show(after(0, Passkeys.class).showing());
        return after(seconds, Passkeys.class).shown(answer).isEmpty();
    }

    @Test
    void a_person_has_so_many_passkeys() throws Exception {
        var edge = Edge.of("identity/Passkeys.MOST");
        edge.isTheLast(many -> {
            has(many - 1);
            return own.begin(cast.as(LAURA), "Chiave", "Valle") instanceof Outcome.Done;
        });
        edge.isTheLast(many -> {
            has(0);
            var key = new SecurityKey();
            var begun = (Outcome.Done<PasskeyDraft>) own.begin(cast.as(LAURA), "Chiave", "Valle");
            has(many - 1);
            return own.confirm(cast.as(LAURA), key.make(begun.value().options()), VISITOR) instanceof Outcome.Done;
        });
    }

    private void has(int many) {
        db.sql("delete from passkey where account_id = :laura")
                .param("laura", laura.id().value())
                .update();
        db.sql("""
                insert into passkey (account_id, name, credential_id, credential, sign_count, syncable, created_at)
                select :laura, 'Chiave ' || no, int8send(no), '', 0, false, now()
                  from generate_series(1, :many) no
                """).param("laura", laura.id().value()).param("many", many).update();
    }

    @Test
    void a_browser_knows_so_many_people() throws Exception {
        List<Viewer> people =
                List.of(cast.as(ANNA), cast.as(CARLA), cast.as(LAURA), cast.as(MARIO), cast.as(PIERO), cast.as(GIULIA));
        var known = people.stream().map(person -> LoggedIn.account(person, db)).toList();
        Edge.of("identity/Devices.MOST").cuts(many -> {
            var kept = "";
            for (var person : people.subList(0, many)) kept = devices.remember(person, kept);
            var browser = new Visitor("192.0.2.7", "Test", "192.0.2.7", kept);
            return (int) known.stream().filter(one -> isKnown(one, browser)).count();
        });
    }

    /** Through a browser that an account knows, tries are counted for themselves. */
    private boolean isKnown(AccountId account, Visitor browser) {
        var stranger = Limit.LOGIN_BY_ACCOUNT.by(account);
        return devices.tries(Optional.of(account), stranger, Limit.LOGIN_BY_DEVICE, browser).length == 1;
    }
}
