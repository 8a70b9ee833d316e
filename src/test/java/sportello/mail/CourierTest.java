package sportello.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.mail.Given.stored;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import sportello.mail.ScriptedServer.Mood;
import sportello.settings.BackupSettings;
import sportello.settings.CertificateSettings;
import sportello.settings.DatabaseSettings;
import sportello.settings.Encryption;
import sportello.settings.LmtpSettings;
import sportello.settings.PecSettings;
import sportello.settings.Proxies;
import sportello.settings.Settings;
import sportello.settings.SmtpServer;
import sportello.settings.SmtpSettings;

class CourierTest {
    private ScriptedServer operators;
    private ScriptedServer builtIn;

    @BeforeEach
    void open() throws IOException {
        operators = new ScriptedServer();
        builtIn = new ScriptedServer();
    }

    @AfterEach
    void close() throws IOException {
        operators.close();
        builtIn.close();
    }

    @Test
    void the_operators_server_goes_before_the_one_that_came_along() {
        var courier = courier("smtp://127.0.0.1:" + operators.address().port(), builtIn.address());

        deliver(courier, Given.VALLE);

        assertThat(operators.accepted()).hasSize(1);
        assertThat(builtIn.accepted()).isEmpty();
    }

    @Test
    void the_one_that_is_kept_goes_before_the_one_that_came_along_and_after_the_operators() {
        var kept = builtIn.address();
        deliver(courier("smtp://127.0.0.1:" + operators.address().port(), kept, null), Given.VALLE);
        deliver(courier(null, kept, operators.address()), Given.VALLE);

        assertThat(operators.accepted()).hasSize(1);
        assertThat(builtIn.accepted()).hasSize(1);
    }

    @Test
    void the_one_that_came_along_is_better_than_none() {
        deliver(courier(null, builtIn.address()), Given.VALLE);

        assertThat(builtIn.accepted()).hasSize(1);
    }

    @Test
    void there_may_be_none() {
        assertThat(courier(null, null).hasServer()).isFalse();
    }

    @Test
    void a_company_without_an_address_writes_from_the_desk() {
        var nameless = new Company("Valle", "", "", "", "", null);

        deliver(courier(null, builtIn.address()), nameless);

        assertThat(builtIn.commands()).contains("MAIL FROM:<sportello@desk.example.it>");
    }

    @Test
    void a_server_that_wants_a_token_is_shown_the_one_of_the_day() {
        operators.lets("posta@valle.example", "t1");
        operators.next(Mood.WANTS_A_TOKEN);

        var relay = new Kept(wantsAToken(), "t1");
        var courier = courier(null, relay, null);

        assertThat(deliver(courier, Given.VALLE)).isInstanceOf(Reply.Accepted.class);
        assertThat(operators.accepted()).hasSize(1);
        assertThat(relay.isWell).isTrue();
    }

    @Test
    void a_refused_token_is_forgotten_and_somebody_sees_it_until_a_fresh_one_opens() {
        operators.lets("posta@valle.example", "t2");
        operators.next(Mood.WANTS_A_TOKEN, Mood.WANTS_A_TOKEN);
        var relay = new Kept(wantsAToken(), "t1", "t2");
        var courier = courier(null, relay, null);

        assertThat(deliver(courier, Given.VALLE)).isInstanceOf(Reply.ShutOut.class);
        assertThat(relay.problem).contains("535 5.7.8");
        assertThat(operators.commands()).noneMatch(line -> line.startsWith("MAIL FROM"));

        assertThat(deliver(courier, Given.VALLE)).isInstanceOf(Reply.Accepted.class);
        assertThat(relay.isWell).isTrue();
        assertThat(relay.refusals).isOne();
    }

    @Test
    void a_server_that_nobody_keeps_and_that_lets_nobody_in_is_seen_until_it_does() {
        operators.next(Mood.WANTS_A_TOKEN);
        var courier = courier(
                "smtp://posta:sbagliata@127.0.0.1:" + operators.address().port(), (Relay) null, null);

        assertThat(deliver(courier, Given.VALLE)).isInstanceOf(Reply.ShutOut.class);
        assertThat(courier.shutOut())
                .hasValueSatisfying(words -> assertThat(words).contains("535 5.7.8"));
    }

    @Test
    void a_server_that_nobody_can_reach_is_no_letters_fault() throws IOException {
        operators.close();
        var relay = new Kept(operators.address());

        assertThat(deliver(courier(null, relay, null), Given.VALLE)).isInstanceOf(Reply.Away.class);
        assertThat(relay.problem).isNotEmpty();
    }

    @Test
    void without_a_token_the_letter_waits_and_nobody_knocks() {
        var relay = new Kept(wantsAToken());
        var courier = courier(null, relay, null);

        assertThat(deliver(courier, Given.VALLE)).isEqualTo(new Reply.ShutOut("no token: invalid_grant"));
        assertThat(operators.commands()).isEmpty();
        assertThat(relay.problem).isEqualTo("no token: invalid_grant");
    }

    private SmtpServer wantsAToken() {
        var port = operators.address().port();
        return new SmtpServer(Encryption.NONE, "127.0.0.1", port, "posta@valle.example", null, true, "");
    }

    /** Has a token until it is refused, and then the next. */
    private static final class Kept implements Relay {
        private final SmtpServer server;
        private final Deque<String> tokens;
        private int refusals;
        private boolean isWell;
        private String problem = "";

        Kept(SmtpServer server, String... tokens) {
            this.server = server;
            this.tokens = new ArrayDeque<>(List.of(tokens));
        }

        @Override
        public Optional<Account> account(String sender) {
            return Optional.of(new Account(new AccountId(1), server, null));
        }

        @Override
        public String token(AccountId account) throws IOException {
            if (tokens.isEmpty()) throw new IOException("no token: invalid_grant");
            return tokens.getFirst();
        }

        @Override
        public void refused(AccountId account) {
            refusals++;
            tokens.removeFirst();
        }

        @Override
        public boolean isToBeTried(AccountId account) {
            return true;
        }

        @Override
        public void worked(AccountId account) {
            isWell = true;
        }

        @Override
        public void failed(AccountId account, String words) {
            isWell = false;
            problem = words;
        }

        @Override
        public void hope() {}
    }

    private static Reply deliver(Courier courier, Company company) {
        return courier.deliver(
                stored(Given.letter("nuovo")),
                null,
                company,
                courier.account(company.email()).orElseThrow());
    }

    private static Courier courier(@Nullable String url, @Nullable SmtpServer along) {
        return courier(url, (Relay) null, along);
    }

    private static Courier courier(@Nullable String url, @Nullable SmtpServer kept, @Nullable SmtpServer along) {
        return courier(url, kept == null ? null : new Kept(kept), along);
    }

    private static Courier courier(@Nullable String url, @Nullable Relay kept, @Nullable SmtpServer along) {
        var settings = new Settings(
                Path.of("target"),
                8080,
                "127.0.0.1",
                URI.create("https://desk.example.it"),
                new Proxies(""),
                new DatabaseSettings(null, null, null, 10),
                new SmtpSettings(url, null),
                new LmtpSettings(null),
                new CertificateSettings(null, null, null),
                new PecSettings(null),
                new BackupSettings(null, 7),
                ZoneId.of("Europe/Rome"),
                10,
                null);
        var beans = new StaticListableBeanFactory();
        if (along != null) beans.addBean("along", along);
        if (kept != null) beans.addBean("kept", kept);
        var servers =
                new Servers(settings, beans.getBeanProvider(Relay.class), beans.getBeanProvider(SmtpServer.class));
        return new Courier(settings, servers, hash -> new ByteArrayInputStream(new byte[0]));
    }
}
