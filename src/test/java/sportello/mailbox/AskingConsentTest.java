package sportello.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static sportello.agent.Authority.HOUSE;
import static sportello.mailbox.Provider.GOOGLE;
import static sportello.mailbox.Provider.MICROSOFT;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.Edge;
import sportello.SportelloTest;
import sportello.TestClock;
import sportello.agent.AgentId;
import sportello.agent.Authority;
import sportello.agent.Grants;
import sportello.base.Outcome;
import sportello.cast.Cast;
import sportello.cast.Operator;

/** The way to a provider and back, after which a mailbox is read without a password. */
@SportelloTest
@Transactional
class AskingConsentTest {
    private static final URI BACK = URI.create("https://desk.valle.example/admin/mailboxes/consent");
    private static final Client CLIENT = new Client(MICROSOFT, "valle.example", "desk", "geheim");

    @Autowired
    AskedConsentSql sql;

    @Autowired
    MailboxSql boxes;

    @Autowired
    KeepingMailboxes keeping;

    @Autowired
    Consenting consenting;

    @Autowired
    JdbcClient db;

    private final TestClock clock = new TestClock(Instant.parse("2026-03-02T07:00:00Z"));
    private TokenServer provider;
    private AskingConsent asking;
    private MailboxId mailbox;
    private AgentId anna;

    @BeforeEach
    void open() throws IOException {
        provider = new TokenServer();
        asking = new AskingConsent(sql, boxes, consenting, clock, client -> provider.address());
        anna = Cast.onStage(db).id(Operator.ANNA);
        mailbox = added(new Access(
                Protocol.IMAP, "outlook.example", 993, Security.TLS, "", "assistenza@valle.example", Access.INBOX));
    }

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void who_comes_back_with_a_code_brings_a_consent_and_the_mailbox_is_read() throws Exception {
        provider.answers(200, "{\"access_token\":\"t\",\"expires_in\":60,\"refresh_token\":\"r1\"}");
        assertThat(boxes.find(mailbox).orElseThrow().valid()).isFalse();

        var asked = ask(CLIENT);
        assertThat(asking.answered(asked.get("state"), "c0de", anna, BACK, HOUSE))
                .isEqualTo(Outcome.done(mailbox));

        assertThat(consenting.client(mailbox)).contains(CLIENT);
        assertThat(boxes.find(mailbox).orElseThrow().valid()).isTrue();
        var sent = provider.asked().getFirst();
        assertThat(sent)
                .containsEntry("grant_type", "authorization_code")
                .containsEntry("code", "c0de")
                .containsEntry("redirect_uri", BACK.toString())
                .containsEntry("client_id", "desk")
                .containsEntry("client_secret", "geheim");
        assertThat(asked.get("code_challenge")).isEqualTo(challenge(sent.get("code_verifier")));
    }

    @Test
    void the_provider_is_told_who_asks_for_what_and_where_to_answer() {
        assertThat(ask(CLIENT))
                .containsEntry("", "https://login.microsoftonline.com/valle.example/oauth2/v2.0/authorize")
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "desk")
                .containsEntry("redirect_uri", BACK.toString())
                .containsEntry("scope", "https://outlook.office.com/IMAP.AccessAsUser.All offline_access")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("login_hint", "assistenza@valle.example")
                .doesNotContainValue("geheim");
        assertThat(ask(new Client(GOOGLE, "ignored", "desk", null)))
                .containsEntry("", "https://accounts.google.com/o/oauth2/v2/auth")
                .containsEntry("scope", "https://mail.google.com/")
                .containsEntry("access_type", "offline");
    }

    @Test
    void for_sending_too_the_provider_is_told_so() {
        assertThat(ask(CLIENT, true))
                .containsEntry(
                        "scope",
                        "https://outlook.office.com/IMAP.AccessAsUser.All offline_access"
                                + " https://outlook.office.com/SMTP.Send");
        assertThat(ask(new Client(GOOGLE, "", "desk", null), true)).containsEntry("scope", "https://mail.google.com/");
    }

    @Test
    void what_a_consent_was_asked_for_is_known_when_it_is_asked_for_again() throws Exception {
        provider.answers(200, "{\"access_token\":\"t\",\"refresh_token\":\"r1\"}");
        asking.answered(ask(CLIENT, true).get("state"), "c", anna, BACK, HOUSE);
        assertThat(consenting.isForSending(mailbox)).isTrue();

        provider.answers(200, "{\"access_token\":\"t\",\"refresh_token\":\"r2\"}");
        asking.answered(ask(CLIENT).get("state"), "c", anna, BACK, HOUSE);
        assertThat(consenting.isForSending(mailbox)).isFalse();
    }

    @Test
    void an_answer_serves_once_and_only_who_asked() {
        provider.answers(200, "{\"access_token\":\"t\",\"refresh_token\":\"r1\"}");
        var somebody = Cast.onStage(db).id(Operator.LAURA);
        var lost = Outcome.<MailboxId>refused("consent.lost");

        var state = ask(CLIENT).get("state");
        assertThat(asking.answered("guessed", "c", anna, BACK, HOUSE)).isEqualTo(lost);
        assertThat(asking.answered(state, "c", somebody, BACK, HOUSE)).isEqualTo(lost);
        assertThat(asking.answered(state, "c", anna, BACK, HOUSE)).isEqualTo(Outcome.done(mailbox));
        assertThat(asking.answered(state, "c", anna, BACK, HOUSE)).isEqualTo(lost);
        assertThat(provider.asked()).hasSize(1);
    }

    @Test
    void whoever_takes_too_long_begins_anew() throws Exception {
        Edge.of("mailbox/AskingConsent.PATIENCE").isTheLast(seconds -> {
            var state = ask(CLIENT).get("state");
            clock.advance(Duration.ofSeconds(seconds));
            return asking.refused(state, anna).isPresent();
        });
    }

    @Test
    void who_was_refused_can_only_begin_anew() {
        var state = ask(CLIENT).get("state");
        assertThat(asking.refused(state, anna)).contains(mailbox);
        assertThat(asking.refused(state, anna)).isEmpty();
        assertThat(consenting.client(mailbox)).isEmpty();
    }

    @Test
    void a_provider_that_gives_nothing_lasting_leaves_the_mailbox_as_it_was() {
        provider.answers(400, "{\"error\":\"invalid_grant\",\"error_description\":\"AADSTS54005: redeemed\"}")
                .answers(200, "{\"access_token\":\"t\"}");

        var failed = (Outcome.Refused<MailboxId>) asking.answered(ask(CLIENT).get("state"), "c", anna, BACK, HOUSE);
        assertThat(failed.why().message()).isEqualTo("consent.failed");
        assertThat(failed.why().arguments().toString()).contains("AADSTS54005");
        assertThat(asking.answered(ask(CLIENT).get("state"), "c", anna, BACK, HOUSE))
                .isEqualTo(Outcome.refused("consent.not_lasting"));
        assertThat(consenting.client(mailbox)).isEmpty();
        assertThat(boxes.find(mailbox).orElseThrow().valid()).isFalse();
    }

    @Test
    void only_administrators_ask_and_only_for_mailboxes_that_are() {
        var laura = new Authority(false, false, Grants.NONE);
        assertThat(asking.ask(mailbox, CLIENT, false, anna, BACK, laura))
                .isEqualTo(Outcome.refused("mailbox.administer"));
        assertThat(asking.answered("s", "c", anna, BACK, laura)).isEqualTo(Outcome.refused("mailbox.administer"));
        assertThat(asking.ask(new MailboxId(-1), CLIENT, false, anna, BACK, HOUSE))
                .isEqualTo(Outcome.refused("mailbox.unknown"));
        assertThat(asking.ask(mailbox, new Client(MICROSOFT, "a/b", "desk", null), false, anna, BACK, HOUSE))
                .isEqualTo(Outcome.refused("consent.tenant"));
    }

    @Test
    void nothing_secret_is_in_the_clear_in_rows_or_words() {
        var state = ask(CLIENT).get("state");
        var row = db.sql("select a::text from mailbox_consent_asked a")
                .query(String.class)
                .single();
        assertThat(List.of(state, "geheim"))
                .noneMatch(row::contains)
                .noneMatch(word -> row.contains(HexFormat.of().formatHex(word.getBytes(UTF_8))));
        assertThat(CLIENT.toString()).doesNotContain("geheim");
        assertThat(new AskedConsent(mailbox, CLIENT, false, "verifier").toString())
                .doesNotContain("geheim", "verifier");
    }

    @Test
    void a_mailbox_that_nobody_can_open_is_not_taken_into_use() {
        assertThat(keeping.enable(mailbox, HOUSE)).isEqualTo(Outcome.refused("mailbox.no_access"));
    }

    @Test
    void a_consent_does_not_go_to_another_server() {
        consenting.consent(mailbox, new Consent(MICROSOFT, "valle.example", "desk", null, "r1", false));
        var here = boxes.find(mailbox).orElseThrow();
        var elsewhere =
                new Access(Protocol.IMAP, "evil.example", 993, Security.TLS, "", "assistenza@valle.example", "INBOX");
        keeping.change(mailbox, new Proposal(here.name(), elsewhere, "typed", here.afterwards(), false, null), HOUSE);

        assertThat(boxes.find(mailbox).orElseThrow().access().host()).isEqualTo("evil.example");
        assertThat(consenting.client(mailbox)).isEmpty();
    }

    private MailboxId added(Access access) {
        var wanted = new Proposal("Assistenza " + System.nanoTime(), access, null, new Afterwards.Leave(), false, null);
        return ((Outcome.Done<MailboxId>) keeping.addForConsent(wanted, HOUSE)).value();
    }

    /** What the address says, its own part under the empty name. */
    private Map<String, String> ask(Client client) {
        return ask(client, false);
    }

    private Map<String, String> ask(Client client, boolean sending) {
        var address = ((Outcome.Done<URI>) asking.ask(mailbox, client, sending, anna, BACK, HOUSE)).value();
        var parts = address.toString().split("\\?", 2);
        var asked = Arrays.stream(parts[1].split("&", -1))
                .map(field -> field.split("=", 2))
                .collect(toMap(field -> field[0], field -> URLDecoder.decode(field[1], UTF_8)));
        asked.put("", parts[0]);
        return asked;
    }

    private static String challenge(String verifier) throws Exception {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII)));
    }
}
