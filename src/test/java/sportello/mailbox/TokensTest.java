package sportello.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sportello.agent.Authority.HOUSE;
import static sportello.mailbox.Provider.GOOGLE;
import static sportello.mailbox.Provider.MICROSOFT;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.SportelloTest;
import sportello.TestClock;
import sportello.audit.Book;
import sportello.audit.Change;
import sportello.audit.Sought;
import sportello.audit.Topic;
import sportello.base.Outcome;

/** Tokens for mailboxes: asked for in time, kept, renewed; and what happens when a provider says no. */
@SportelloTest
@Transactional
class TokensTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T07:00:00Z");

    @Autowired
    KeepingMailboxes keeping;

    @Autowired
    Consenting consenting;

    @Autowired
    Book book;

    @Autowired
    ConsentSql sql;

    @Autowired
    JdbcClient db;

    private final TestClock clock = new TestClock(MORNING);
    private TokenServer provider;
    private Tokens tokens;
    private MailboxId mailbox;

    @BeforeEach
    void open() throws IOException {
        provider = new TokenServer();
        tokens = new Tokens(sql, clock, consent -> provider.address());
        mailbox = mailbox();
        consenting.consent(mailbox, consent("geheim & süß", "r1"));
    }

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void a_token_is_asked_for_once_and_kept_until_shortly_before_its_end() throws IOException {
        provider.grants("t1", 3600).grants("t2", 3600);

        assertThat(token()).isEqualTo("t1");
        clock.advance(Duration.ofMinutes(54));
        assertThat(token()).isEqualTo("t1");
        clock.advance(Duration.ofMinutes(1));
        assertThat(token()).isEqualTo("t2");

        assertThat(provider.asked()).hasSize(2);
        assertThat(consenting.tokenEnds()).containsEntry(mailbox, MORNING.plus(Duration.ofMinutes(115)));
    }

    @Test
    void a_token_for_sending_is_another_one_and_is_renewed_by_itself() throws IOException {
        provider.grants("t1", 3600).grants("s1", 3600).grants("s2", 3600).grants("s3", 3600);

        assertThat(token()).isEqualTo("t1");
        assertThat(tokens.toSend(mailbox)).isEqualTo("s1");
        assertThat(tokens.toSend(mailbox)).isEqualTo("s1");
        tokens.refusedToSend(mailbox);
        assertThat(tokens.toSend(mailbox)).isEqualTo("s2");
        assertThat(token()).isEqualTo("t1");
        clock.advance(Duration.ofMinutes(56));
        assertThat(tokens.toSend(mailbox)).isEqualTo("s3");

        assertThat(provider.asked().subList(1, 4))
                .allSatisfy(asked -> assertThat(asked)
                        .containsEntry("refresh_token", "r1")
                        .containsEntry("scope", "https://outlook.office.com/SMTP.Send offline_access"));
    }

    @Test
    void without_a_consent_or_against_the_providers_no_nothing_is_sent() {
        provider.answers(400, "{\"error\":\"invalid_grant\"}");

        assertThatThrownBy(() -> tokens.toSend(mailbox))
                .isInstanceOf(TokenRefused.class)
                .hasMessageContaining("invalid_grant");
        consenting.withdraw(mailbox, HOUSE);
        assertThatThrownBy(() -> tokens.toSend(mailbox)).hasMessageContaining("nobody has given consent");
    }

    @Test
    void a_token_is_shown_to_servers_of_its_provider_only() {
        assertThat(MICROSOFT.owns("smtp.office365.com")).isTrue();
        assertThat(GOOGLE.owns("SMTP.gmail.com")).isTrue();
        assertThat(GOOGLE.owns("smtp.office365.com")).isFalse();
        assertThat(MICROSOFT.owns("smtp-office365.com")).isFalse();
        assertThat(MICROSOFT.owns("smtp.office365.com.altrove.example")).isFalse();
    }

    @Test
    void the_provider_is_told_what_it_needs_and_no_more() throws IOException {
        provider.grants("t1", 3600).grants("t2", 3600);

        token();
        consenting.consent(mailbox, new Consent(GOOGLE, "", "id", null, "g1", false));
        tokens.token(mailbox, Protocol.POP3, patience());

        assertThat(provider.asked().getFirst())
                .containsEntry("grant_type", "refresh_token")
                .containsEntry("client_id", "desk")
                .containsEntry("client_secret", "geheim & süß")
                .containsEntry("refresh_token", "r1")
                .containsEntry("scope", "https://outlook.office.com/IMAP.AccessAsUser.All offline_access")
                .hasSize(5);
        assertThat(provider.asked().getLast())
                .containsEntry("scope", "https://mail.google.com/")
                .doesNotContainKey("client_secret");
    }

    @Test
    void consents_go_to_their_provider_and_nowhere_else() {
        assertThat(MICROSOFT.endpoint("valle.example"))
                .hasToString("https://login.microsoftonline.com/valle.example/oauth2/v2.0/token");
        assertThat(GOOGLE.endpoint("whatever")).hasToString("https://oauth2.googleapis.com/token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "..", ".", "a@evil.example", "a?b", "a#b", "a%2Fb", "a b", "a\r\nb"})
    void a_tenant_that_would_lead_elsewhere_is_refused(String tenant) {
        assertThat(consenting.consent(mailbox, new Consent(MICROSOFT, tenant, "desk", null, "r", false)))
                .isEqualTo(Outcome.refused("consent.tenant"));
    }

    @Test
    void a_consent_without_client_or_token_is_refused() {
        assertThat(consenting.consent(mailbox, new Consent(GOOGLE, "", " ", null, "r", false)))
                .isEqualTo(Outcome.refused("consent.client"));
        assertThat(consenting.consent(mailbox, new Consent(GOOGLE, "", "desk", null, " ", false)))
                .isEqualTo(Outcome.refused("consent.token"));
    }

    @Test
    void a_new_refresh_token_replaces_the_old() throws IOException {
        provider.answers(200, "{\"access_token\":\"t1\",\"expires_in\":60,\"refresh_token\":\"r2\"}")
                .grants("t2", 3600);

        token();
        token();

        assertThat(provider.asked())
                .extracting(form -> form.get("refresh_token"))
                .containsExactly("r1", "r2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_grant", "invalid_client", "unauthorized_client"})
    void a_consent_that_has_ended_is_for_a_person_to_give_anew(String error) {
        provider.answers(400, "{\"error\":\"" + error + "\",\"error_description\":\"AADSTS70008: expired\"}");

        assertThatThrownBy(this::token)
                .isInstanceOf(TokenRefused.class)
                .hasMessageContaining(error)
                .hasMessageContaining("AADSTS70008");
    }

    @ParameterizedTest
    @CsvSource({"503,''", "500,<html>sorry</html>", "429,'{\"error\":\"slow_down\"}'", "200,{}", "200,[]", "302,''"})
    void a_provider_in_trouble_is_asked_again_later(int status, String body) {
        provider.answers(status, body).grants("t1", 3600);

        assertThatThrownBy(this::token).isInstanceOf(IOException.class).isNotInstanceOf(TokenRefused.class);

        assertThat(provider.asked()).as("and no redirect is followed").hasSize(1);
        assertThat(consenting.tokenEnds()).doesNotContainKey(mailbox);
    }

    @Test
    void another_consent_forgets_the_token_of_the_one_before() throws IOException {
        provider.grants("t1", 3600).grants("t2", 3600);
        token();

        consenting.consent(mailbox, consent(null, "r9"));

        assertThat(token()).isEqualTo("t2");
        assertThat(provider.asked().getLast()).containsEntry("refresh_token", "r9");
    }

    @Test
    void a_token_that_the_mail_server_refuses_is_not_used_again() throws IOException {
        provider.grants("t1", 3600).grants("t2", 3600);
        token();

        tokens.refused(mailbox);

        assertThat(token()).isEqualTo("t2");
    }

    @Test
    void without_a_consent_there_is_no_token_but_a_password() throws IOException {
        assertThat(consenting.withdraw(mailbox, HOUSE)).isEqualTo(Outcome.done(true));
        assertThat(book.read(new Sought(null, Topic.CONSENTS, null, null, ""), null, 1))
                .singleElement()
                .satisfies(line -> assertThat(line.changes()).contains(new Change("refreshToken", "•••", null)));
        assertThat(consenting.withdraw(mailbox, HOUSE)).isEqualTo(Outcome.done(false));

        assertThat(tokens.token(mailbox, Protocol.IMAP, patience())).isEmpty();
        assertThat(provider.asked()).isEmpty();
    }

    @Test
    void nothing_secret_is_in_the_clear_in_rows_or_words() throws IOException {
        provider.grants("t-secret", 3600);
        token();

        var row = db.sql("select c::text from mailbox_consent c where mailbox_id = :id")
                .param("id", mailbox.value())
                .query(String.class)
                .single();
        assertThat(List.of("geheim", "r1", "t-secret")).noneMatch(row::contains);
        assertThat(List.of("geheim", "t-secret"))
                .noneMatch(word -> row.contains(HexFormat.of().formatHex(word.getBytes(UTF_8))));
        assertThat(consent("geheim", "r1").toString()).doesNotContain("geheim", "r1");
        assertThat(new AccessToken("t-secret", MORNING).toString()).doesNotContain("t-secret");
        assertThat(new TokenEndpoint.Granted(new AccessToken("t-secret", MORNING), "r2").toString())
                .doesNotContain("t-secret", "r2");
    }

    private static Patience patience() {
        return new Patience(Thread.currentThread());
    }

    private String token() throws IOException {
        return tokens.token(mailbox, Protocol.IMAP, patience()).orElseThrow();
    }

    private static Consent consent(@Nullable String secret, String refreshToken) {
        return new Consent(MICROSOFT, "valle.example", "desk", secret, refreshToken, false);
    }

    private MailboxId mailbox() {
        var access = new Access(
                Protocol.IMAP, "outlook.example", 993, Security.TLS, "", "assistenza@valle.example", Access.INBOX);
        var added = keeping.add(
                new Proposal("Assistenza " + System.nanoTime(), access, "unused", new Afterwards.Leave(), false, null),
                HOUSE);
        return ((Outcome.Done<MailboxId>) added).value();
    }
}
