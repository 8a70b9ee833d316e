package sportello.relay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static sportello.cast.Operator.ANNA;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.agent.Authority;
import sportello.agent.Grants;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.mail.AccountId;
import sportello.mail.Letter;
import sportello.mail.LetterBody;
import sportello.mail.Outbox;
import sportello.mail.Recipient;
import sportello.mail.Relay;
import sportello.mail.Servers;
import sportello.mailbox.MailboxId;
import sportello.settings.Encryption;
import sportello.settings.Secrets;
import sportello.settings.SmtpServer;

/** The server that takes our mail is kept by administrators; its password is safe with it. */
@SportelloTest
@Transactional
class KeepingRelayTest {
    private static final Authority NOBODY = new Authority(false, false, Grants.NONE);
    private static final KeptRelay SMTP = new KeptRelay("smtp.valle.example", 587, Encryption.STARTTLS, "desk", "");

    @Autowired
    private KeepingRelay keeping;

    @Autowired
    private TryingRelay trying;

    @Autowired
    private Servers servers;

    @Autowired
    private Relay relay;

    @Autowired
    private Secrets secrets;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient db;

    private Cast cast;

    @BeforeEach
    void on_stage() {
        cast = Cast.onStage(db);
    }

    @Test
    void the_next_letter_goes_where_it_says_and_its_password_lies_encrypted() {
        assertThat(keep(SMTP, "vento caldo")).isEqualTo(Outcome.done(SMTP));

        assertThat(servers.chosen())
                .contains(new SmtpServer(Encryption.STARTTLS, "smtp.valle.example", 587, "desk", "vento caldo", ""));
        var kept = db.sql("select secret from relay").query(byte[].class).single();
        assertThat(new String(kept, ISO_8859_1)).doesNotContain("vento");
    }

    @Test
    void a_password_stays_for_its_server_and_user_and_the_same_way_there() {
        keep(SMTP, "vento caldo");

        assertThat(keep(new KeptRelay("smtp.valle.example", 587, Encryption.STARTTLS, "altro", ""), null))
                .isEqualTo(Outcome.refused("relay.secret"));
        assertThat(keep(new KeptRelay("smtp.altrove.example", 587, Encryption.STARTTLS, "desk", ""), null))
                .isEqualTo(Outcome.refused("relay.secret"));
        assertThat(keep(new KeptRelay("smtp.valle.example", 587, Encryption.TLS, "desk", ""), null))
                .isEqualTo(Outcome.refused("relay.secret"));
        assertThat(SMTP.leadsWhere(new KeptRelay("smtp.valle.example", 587, Encryption.STARTTLS, "desk", "own")))
                .isFalse();
        var elsewhere = new KeptRelay("127.0.0.1", 1, Encryption.NONE, "desk", "");
        assertThat(mail(elsewhere, null, Authority.HOUSE)).isEqualTo(Outcome.refused("relay.secret"));
        assertThat(keep(SMTP, null)).isEqualTo(Outcome.done(SMTP));
        assertThat(servers.chosen().orElseThrow().password()).isEqualTo("vento caldo");
    }

    @Test
    void by_the_consent_to_a_mailbox_we_are_let_in_as_the_mailbox_and_without_a_password() throws Exception {
        var mailbox = consenting("MICROSOFT", "s1");

        keep(of("smtp.office365.com", mailbox), null);

        assertThat(servers.chosen())
                .contains(new SmtpServer(
                        Encryption.STARTTLS, "smtp.office365.com", 587, "posta@valle.example", null, true, ""));
        assertThat(relay.token(keeping.all().getFirst().id())).isEqualTo("s1");
        relay.refused(keeping.all().getFirst().id());
        assertThat(isForgotten(mailbox)).isTrue();
    }

    @Test
    void a_token_that_a_trial_mail_does_not_get_in_with_is_forgotten() {
        var mailbox = consenting("MICROSOFT", "s1");
        var post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
        try {
            post.setUser("desk", "vento caldo");
            var here = new KeptRelay(
                    "127.0.0.1", post.getSmtp().getPort(), Encryption.NONE, "posta@valle.example", "", mailbox);

            assertThat(trying.mail(new KeepingRelay.Ready(account("Posta", here), null), cast.id(ANNA)))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.toString()).contains("relay.unsent"));
        } finally {
            post.stop();
        }
        assertThat(isForgotten(mailbox)).isTrue();
    }

    private boolean isForgotten(MailboxId mailbox) {
        return db.sql("select sending_token is null from mailbox_consent where mailbox_id = :id")
                .param("id", mailbox.value())
                .query(Boolean.class)
                .single();
    }

    @Test
    void a_consent_is_good_for_its_providers_servers_only_and_in_secret() {
        var mailbox = consenting("MICROSOFT", "s1");

        assertThat(keep(of("smtp.altrove.example", mailbox), null))
                .isEqualTo(Outcome.refused("relay.consent.elsewhere"));
        assertThat(keep(of("smtp.gmail.com", mailbox), null)).isEqualTo(Outcome.refused("relay.consent.elsewhere"));
        assertThat(keep(new KeptRelay("smtp.office365.com", 25, Encryption.IF_OFFERED, "", "", mailbox), null))
                .isEqualTo(Outcome.refused("relay.consent.elsewhere"));
        assertThat(keep(of("smtp.office365.com", new MailboxId(-1)), null)).isEqualTo(Outcome.refused("relay.consent"));
    }

    @Test
    void a_password_is_not_kept_beside_a_consent() {
        keep(SMTP, "vento caldo");
        keep(of("smtp.office365.com", consenting("MICROSOFT", "s1")), "vento caldo");

        assertThat(db.sql("select secret is null from relay")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private static KeptRelay of(String host, MailboxId mailbox) {
        return new KeptRelay(host, 587, Encryption.STARTTLS, "", "", mailbox);
    }

    /** A mailbox to which consent was given, with a token for sending that is good for an hour. */
    private MailboxId consenting(String provider, String token) {
        var id = db.sql("""
                insert into mailbox (name, protocol, host, port, user_name, valid)
                values ('posta ' || gen_random_uuid(), 'IMAP', 'outlook.example', 993, 'posta@valle.example', false)
                returning id
                """).query(Long.class).single();
        db.sql("""
                insert into mailbox_consent (mailbox_id, provider, tenant, client_id, refresh_token, sending_token,
                                             sending_until)
                values (:id, :provider, 'valle.example', 'desk', :refresh, :token, :until)
                """)
                .param("id", id)
                .param("provider", provider)
                .param("refresh", secrets.encrypt("r1"))
                .param("token", secrets.encrypt(token))
                .param("until", Timestamp.from(clock.instant().plus(Duration.ofHours(1))))
                .update();
        return new MailboxId(id);
    }

    @Test
    void the_book_tells_of_it_but_not_the_password() {
        keep(SMTP, "vento caldo");
        keep(SMTP, "mare calmo");
        remove();

        assertThat(db.sql("select act || ' ' || changes from audit_line where topic = 'relay' order by no")
                        .query(String.class)
                        .list())
                .satisfiesExactly(
                        made -> assertThat(made).startsWith("made").contains("smtp.valle.example"),
                        changed -> assertThat(changed).startsWith("changed").contains("secret"),
                        removed -> assertThat(removed).startsWith("removed"))
                .noneMatch(line -> line.contains("vento") || line.contains("mare"));
    }

    @Test
    void without_it_mail_waits_as_before() {
        keep(SMTP, "vento caldo");
        var id = keeping.all().getFirst().id();
        assertThat(remove()).isInstanceOf(Outcome.Done.class);

        assertThat(servers.chosen()).isEmpty();
        assertThat(keeping.remove(id, Authority.HOUSE)).isEqualTo(Outcome.refused("relay.unknown"));
    }

    @Test
    void what_waited_for_a_server_is_due_at_once_but_what_can_be_recalled() {
        var waiting = post(Duration.ZERO);
        var failing = post(Duration.ZERO);
        var recallable = post(Duration.ofSeconds(10));
        var later = clock.instant().plus(Duration.ofMinutes(10));
        db.sql("update letter set attempts = 3, answer = '451 busy' where id = :id")
                .param("id", failing)
                .update();
        db.sql("update scheduled_tasks set execution_time = :later where task_name = 'send-letter'")
                .param("later", Timestamp.from(later))
                .update();

        keep(SMTP, "vento caldo");

        assertThat(due(waiting)).isBeforeOrEqualTo(clock.instant());
        assertThat(due(failing)).isBeforeOrEqualTo(clock.instant());
        assertThat(due(recallable)).isCloseTo(later, within(1, ChronoUnit.MILLIS));
    }

    private long post(Duration pause) {
        var letter = new Letter(
                new Recipient("", "chi@altrove.example"), "Prova", new LetterBody("", ""), null, List.of(), true);
        var id = pause.isZero() ? outbox.post(letter) : outbox.post(letter, outbox.freshId(), pause);
        return id.value();
    }

    private Instant due(long letter) {
        return db.sql(
                        "select execution_time from scheduled_tasks where task_name = 'send-letter' and task_instance = :id")
                .param("id", "" + letter)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    @Test
    void only_administrators_keep_it() {
        var wanted = account("Posta", SMTP);
        var id = new AccountId(1);
        assertThat(keeping.add(wanted, "vento caldo", NOBODY)).isEqualTo(Outcome.refused("relay.administer"));
        assertThat(keeping.change(id, wanted, "vento caldo", NOBODY)).isEqualTo(Outcome.refused("relay.administer"));
        assertThat(keeping.remove(id, NOBODY)).isEqualTo(Outcome.refused("relay.administer"));
        assertThat(mail(SMTP, "vento caldo", NOBODY)).isEqualTo(Outcome.refused("relay.administer"));
    }

    @ParameterizedTest
    @CsvSource({
        "'',                 587, STARTTLS,   '',   host",
        "smtp valle,         587, STARTTLS,   '',   host",
        "smtp.valle.example, 0,   STARTTLS,   '',   port",
        "smtp.valle.example, 25,  NONE,       '',   in_the_clear",
        "smtp.valle.example, 25,  IF_OFFERED, desk, in_the_clear",
    })
    void what_cannot_be_is_said_at_once(String host, int port, Encryption encryption, String user, String why) {
        assertThat(keep(new KeptRelay(host, port, encryption, user, ""), "vento caldo"))
                .isEqualTo(Outcome.refused("relay." + why));
    }

    @Test
    void a_trial_mail_reaches_whoever_tries_and_keeps_nothing() throws Exception {
        var post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
        try {
            post.setUser("desk", "vento caldo");
            var here = new KeptRelay("127.0.0.1", post.getSmtp().getPort(), Encryption.NONE, "desk", "");

            assertThat(mail(here, "vento caldo", Authority.HOUSE))
                    .isEqualTo(Outcome.done("anna.riva@valleservizi.example"));

            assertThat(post.getReceivedMessages()).singleElement().satisfies(mail -> {
                assertThat(mail.getSubject()).isEqualTo("Prova della posta in uscita");
                assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            });
            assertThat(keeping.all()).isEmpty();
            assertThat(mail(here, "sbagliata", Authority.HOUSE))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.toString()).contains("relay.unsent"));
        } finally {
            post.stop();
        }
    }

    /** As the one account that there is. */
    private Outcome<KeptRelay> keep(KeptRelay relay, @Nullable String secret) {
        var wanted = account("Posta", relay);
        var kept = keeping.all();
        var done = kept.isEmpty()
                ? keeping.add(wanted, secret, Authority.HOUSE)
                : keeping.change(kept.getFirst().id(), wanted, secret, Authority.HOUSE);
        return done.then(id -> Outcome.done(keeping.find(id).orElseThrow().relay()));
    }

    private static AccountProposal account(String name, KeptRelay relay, String... senders) {
        return new AccountProposal(name, relay, List.of(senders), false, true);
    }

    private Outcome<KeptAccount> remove() {
        return keeping.remove(keeping.all().getFirst().id(), Authority.HOUSE);
    }

    private Outcome<String> mail(KeptRelay relay, @Nullable String secret, Authority by) {
        var kept = keeping.all();
        var id = kept.isEmpty() ? null : kept.getFirst().id();
        return trying.mail(account("Posta", relay), secret, id, cast.id(ANNA), by);
    }

    @Test
    void the_first_is_the_standard_until_another_is() {
        var first = added(account("Posta", SMTP));
        var second = added(account("Guasti", SMTP));
        assertThat(standard()).isEqualTo(first);
        assertThat(keeping.remove(first, Authority.HOUSE)).isEqualTo(Outcome.refused("relay.standard.removal"));
        assertThat(keeping.change(
                        first, new AccountProposal("Posta", SMTP, List.of(), true, false), null, Authority.HOUSE))
                .isEqualTo(Outcome.refused("relay.standard.valid"));

        keeping.change(second, account("Guasti", SMTP).standing(), null, Authority.HOUSE);

        assertThat(standard()).isEqualTo(second);
        assertThat(keeping.remove(first, Authority.HOUSE)).isInstanceOf(Outcome.Done.class);
    }

    private AccountId standard() {
        return keeping.all().stream()
                .filter(KeptAccount::standard)
                .map(KeptAccount::id)
                .reduce((one, other) -> {
                    throw new AssertionError("two standards");
                })
                .orElseThrow();
    }

    private AccountId added(AccountProposal wanted) {
        return ((Outcome.Done<AccountId>) keeping.add(wanted, "vento caldo", Authority.HOUSE)).value();
    }

    @Test
    void each_has_a_name_and_senders_of_its_own() {
        added(account("Guasti", SMTP, "Guasti@Valle.example guasti@valle.example"));

        assertThat(keeping.all().getFirst().senders()).containsExactly("guasti@valle.example");
        assertThat(keeping.add(account("guasti", SMTP), "vento caldo", Authority.HOUSE))
                .isEqualTo(Outcome.refused("relay.known", "guasti"));
        assertThat(keeping.add(account("Altra", SMTP, "guasti@valle.example"), "vento caldo", Authority.HOUSE))
                .isEqualTo(Outcome.refused("relay.sender.taken", "guasti@valle.example", "Guasti"));
        assertThat(keeping.add(account("Altra", SMTP, "guasti"), "vento caldo", Authority.HOUSE))
                .isEqualTo(Outcome.refused("relay.sender", "guasti"));
        assertThat(keeping.add(account(" ", SMTP), "vento caldo", Authority.HOUSE))
                .isEqualTo(Outcome.refused("relay.name"));
    }

    @Test
    void a_password_of_one_account_is_none_of_another() {
        added(account("Posta", SMTP));

        assertThat(keeping.add(account("Guasti", SMTP), null, Authority.HOUSE))
                .isEqualTo(Outcome.refused("relay.secret"));
        assertThat(trying.mail(account("Guasti", SMTP), null, null, cast.id(ANNA), Authority.HOUSE))
                .isEqualTo(Outcome.refused("relay.secret"));
    }
}
