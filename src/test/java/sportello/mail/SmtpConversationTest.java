package sportello.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static sportello.mail.Given.stored;
import static sportello.mail.ScriptedServer.Mood.DEFERS_THE_MAIL;
import static sportello.mail.ScriptedServer.Mood.DEFERS_THE_RECIPIENT;
import static sportello.mail.ScriptedServer.Mood.DRIPS;
import static sportello.mail.ScriptedServer.Mood.DROPS_AFTER_ACCEPTING;
import static sportello.mail.ScriptedServer.Mood.DROPS_AFTER_THE_DOT;
import static sportello.mail.ScriptedServer.Mood.IS_BUSY;
import static sportello.mail.ScriptedServer.Mood.NEVER_ANSWERS;
import static sportello.mail.ScriptedServer.Mood.OFFERS_TLS;
import static sportello.mail.ScriptedServer.Mood.READS_SLOWLY;
import static sportello.mail.ScriptedServer.Mood.REFUSES_THE_MAIL;
import static sportello.mail.ScriptedServer.Mood.REFUSES_THE_RECIPIENT;
import static sportello.mail.ScriptedServer.Mood.REFUSES_THE_SENDER;
import static sportello.mail.ScriptedServer.Mood.SAYS_NOTHING_OF_THE_MAIL;
import static sportello.mail.ScriptedServer.Mood.THINKS_LONG;
import static sportello.mail.ScriptedServer.Mood.WANTS_A_LOGIN;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sportello.Edge;
import sportello.settings.Encryption;
import sportello.settings.OldTls;
import sportello.settings.OwnAuthority;
import sportello.settings.SmtpServer;
import sportello.storage.Hash;

class SmtpConversationTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);
    /** Enough for a server on a busy machine, and less than one needs that thinks long. */
    private static final Duration SECOND = Duration.ofSeconds(1);

    private ScriptedServer server;

    @BeforeEach
    void open() throws IOException {
        server = new ScriptedServer();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void the_server_takes_a_letter_and_says_so() {
        assertThat(deliver()).isEqualTo(new Reply.Accepted("250 2.0.0 queued as 4711"));
        assertThat(server.accepted()).singleElement().asString().contains("Message-ID: " + Given.ID);
        assertThat(server.commands())
                .startsWith(
                        "EHLO desk.example.it",
                        "MAIL FROM:<desk@valle.example>",
                        "RCPT TO:<paolo@roncofritto.example>");
    }

    @Test
    void an_automatic_answer_says_that_it_is_one_and_has_no_sender_to_come_back_to() {
        var letter = Given.letter("Richiesta ricevuta");
        var answer = Letter.autoReply(
                letter.to(), letter.subject(), letter.body(), new MessageId("<uno@altrove.example>"), List.of());

        new SmtpConversation(
                        server.address(),
                        "desk.example.it",
                        TalkTimes.within(LONG),
                        hash -> InputStream.nullInputStream())
                .deliver(stored(answer), Given.VALLE);

        assertThat(server.commands()).contains("MAIL FROM:<>");
        assertThat(server.accepted())
                .singleElement()
                .asString()
                .contains("Auto-Submitted: auto-replied", "From: \"Valle Servizi S.p.A.\" <desk@valle.example>");
    }

    @Test
    void a_letter_of_a_queue_comes_from_its_address_under_its_name_or_the_companys() {
        var letter = Given.letter("Richiesta ricevuta");
        var talk = new SmtpConversation(
                server.address(), "desk.example.it", TalkTimes.within(LONG), hash -> InputStream.nullInputStream());
        talk.deliver(stored(letter.sentBy(new Recipient("Guasti", "guasti@valle.example"))), Given.VALLE);
        talk.deliver(stored(letter.sentBy(new Recipient("", "guasti@valle.example"))), Given.VALLE);

        assertThat(server.commands())
                .filteredOn("MAIL FROM:<guasti@valle.example>"::equals)
                .hasSize(2);
        assertThat(server.accepted().get(0)).contains("From: Guasti <guasti@valle.example>");
        assertThat(server.accepted().get(1)).contains("From: \"Valle Servizi S.p.A.\" <guasti@valle.example>");
    }

    @Test
    void a_refusal_for_ever_is_told_from_one_for_now() {
        server.next(DEFERS_THE_RECIPIENT, DEFERS_THE_MAIL);
        for (var i = 0; i < 2; i++) assertThat(deliver()).isInstanceOf(Reply.Deferred.class);

        server.next(REFUSES_THE_RECIPIENT, REFUSES_THE_MAIL, REFUSES_THE_SENDER);
        for (var i = 0; i < 3; i++) assertThat(deliver()).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void a_server_that_is_busy_before_it_hears_of_a_letter_is_away() {
        server.next(IS_BUSY);

        assertThat(deliver()).isInstanceOf(Reply.Away.class);
    }

    @Test
    void the_servers_words_are_kept() {
        server.next(DEFERS_THE_RECIPIENT, REFUSES_THE_RECIPIENT, DEFERS_THE_MAIL, REFUSES_THE_MAIL);

        assertThat(deliver().answer()).isEqualTo("450 4.2.1 mailbox busy, greylisted");
        assertThat(deliver().answer()).isEqualTo("550 5.1.1 no such user");
        assertThat(deliver().answer()).isEqualTo("451 4.3.0 try later");
        assertThat(deliver().answer()).isEqualTo("554 5.7.1 looks like spam");
    }

    @Test
    void a_line_that_drops_before_the_answer_leaves_nobody_to_know() {
        server.next(DROPS_AFTER_THE_DOT);

        assertThat(deliver()).isInstanceOf(Reply.Unheard.class);
    }

    @Test
    void a_line_that_drops_after_the_answer_does_no_harm() {
        server.next(DROPS_AFTER_ACCEPTING);

        assertThat(deliver()).isInstanceOf(Reply.Accepted.class);
    }

    @Test
    void a_server_that_is_not_there_is_a_reason_to_wait() throws IOException {
        server.close();

        assertThat(deliver()).isInstanceOf(Reply.Away.class);
        assertThat(deliver().answer()).contains("Connection refused");
    }

    @Test
    void a_server_that_never_answers_or_answers_drop_by_drop_is_left_alone_after_a_while() {
        server.next(NEVER_ANSWERS, DRIPS);

        assertThat(deliver(server.address(), SHORT)).isInstanceOf(Reply.Away.class);
        assertThat(deliver(server.address(), SHORT)).isInstanceOf(Reply.Away.class);
        assertThat(TalkTimes.USUAL.of(Given.letter("nuovo")))
                .isEqualTo(Edge.of("mail/TalkTimes.ALTOGETHER").time());
    }

    /** RFC 5321, 4.5.3.2.6: whoever hangs up on a server that looks for viruses gets a second copy delivered. */
    @Test
    void a_server_has_its_time_to_answer_the_last_dot_and_no_other_command() {
        server.next(THINKS_LONG, SAYS_NOTHING_OF_THE_MAIL, NEVER_ANSWERS);
        var patient = new TalkTimes(SECOND, LONG, LONG, 1);

        assertThat(deliver(server.address(), patient)).isInstanceOf(Reply.Accepted.class);
        assertThat(deliver(server.address(), new TalkTimes(LONG, SHORT, LONG, 1)))
                .isInstanceOf(Reply.Unheard.class);
        assertThat(deliver(server.address(), patient)).isInstanceOf(Reply.Away.class);
        assertThat(TalkTimes.USUAL.verdict()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void a_letter_has_the_time_that_its_files_need() {
        server.next(READS_SLOWLY, READS_SLOWLY);
        var times = new TalkTimes(LONG, LONG, SHORT, 10);
        var small = Given.letter("nuovo");

        assertThat(deliver(server.address(), times, small)).isNotInstanceOf(Reply.Accepted.class);
        assertThat(deliver(server.address(), times, small.with(List.of(file(100)))))
                .isInstanceOf(Reply.Accepted.class);
    }

    /** Base64 makes of three bytes four, and a line holds 76 of them. */
    @Test
    void fifty_megabytes_pass_half_a_line_of_one_megabit() {
        var bytes = 50 * 1024 * 1024;
        var bits = bytes * 4L / 3 * 78 / 76 * 8;

        assertThat(TalkTimes.USUAL.of(Given.letter("nuovo").with(List.of(file(bytes)))))
                .isGreaterThan(Duration.ofSeconds(bits / 500_000));
    }

    private static LetterFile file(int size) {
        return new LetterFile("pianta.pdf", "application/pdf", size, new Hash("0".repeat(64)));
    }

    @Test
    void tls_is_taken_when_it_is_offered_and_nothing_is_said_in_the_clear_if_it_fails() {
        server.next(OFFERS_TLS);

        assertThat(deliver(server(Encryption.IF_OFFERED, null, null), LONG)).isInstanceOf(Reply.Away.class);
        assertThat(server.commands()).contains("STARTTLS").noneMatch(line -> line.startsWith("MAIL FROM"));
    }

    @Test
    void a_password_leaves_the_machine_encrypted_or_not_at_all() {
        server.next(WANTS_A_LOGIN);
        var strict = server(Encryption.STARTTLS, "desk", "sesamo");

        assertThat(deliver(strict, LONG)).isInstanceOf(Reply.Away.class);
        assertThat(server.commands()).noneMatch(line -> line.startsWith("AUTH"));
    }

    @Test
    void a_refused_log_in_is_ours_to_mend_and_no_reason_to_lose_the_letter() {
        server.next(WANTS_A_LOGIN);
        var inTheHouse = server(Encryption.NONE, "desk", "sesamo");

        var reply = deliver(inTheHouse, LONG);

        assertThat(server.commands()).anyMatch(line -> line.startsWith("AUTH"));
        assertThat(reply).isInstanceOf(Reply.ShutOut.class);
        assertThat(reply.answer()).contains("535 5.7.8 wrong password");
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_not_trusted() {
        var post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        post.start();
        try {
            var secure =
                    new SmtpServer(Encryption.TLS, "127.0.0.1", post.getSmtps().getPort(), null, null, "");

            var reply = deliver(secure, LONG);

            assertThat(reply).isInstanceOf(Reply.Away.class);
            assertThat(reply.answer()).containsIgnoringCase("certif");
            assertThat(post.getReceivedMessages()).isEmpty();
        } finally {
            post.stop();
        }
    }

    @Test
    void whom_the_operator_vouches_for_is_trusted(@TempDir Path directory) throws Exception {
        var authority = OwnAuthority.forLocalhost(directory);
        try (var secure = new ScriptedServer(authority.context().getServerSocketFactory())) {
            var port = secure.address().port();
            var vouched = new SmtpServer(Encryption.TLS, "localhost", port, null, null, authority.pem());
            var otherHost = new SmtpServer(Encryption.TLS, "127.0.0.1", port, null, null, authority.pem());

            assertThat(deliver(vouched, LONG)).isInstanceOf(Reply.Accepted.class);
            assertThat(deliver(otherHost, LONG)).isInstanceOf(Reply.Away.class);
            assertThat(secure.accepted()).hasSize(1);
        }
    }

    @Test
    void certificates_that_expired_or_were_revoked_and_an_old_tls_are_refused() throws Exception {
        for (var authority : List.of(OwnAuthority.expired(), OwnAuthority.revoked()))
            try (var secure = new ScriptedServer(authority.context().getServerSocketFactory())) {
                var port = secure.address().port();
                var server = new SmtpServer(Encryption.TLS, "localhost", port, null, null, authority.pem());

                assertThat(deliver(server, LONG)).isInstanceOf(Reply.Away.class);
                assertThat(secure.accepted()).isEmpty();
            }
        for (var version : List.of(OldTls.TLS_1_0, OldTls.TLS_1_1))
            try (var old = OldTls.speaking(version)) {
                var server = new SmtpServer(Encryption.TLS, "localhost", old.port(), null, null, "");

                assertThat(deliver(server, LONG)).isInstanceOf(Reply.Away.class);
                assertThat(old.alert()).isEqualTo(OldTls.PROTOCOL_VERSION);
            }
    }

    @Test
    void a_real_post_office_hands_out_what_was_sent() throws Exception {
        var post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
        try {
            var address = SmtpServer.onThisMachine(post.getSmtp().getPort());

            var reply = deliver(address, LONG);

            assertThat(reply).isInstanceOf(Reply.Accepted.class);
            assertThat(post.getReceivedMessages()).singleElement().satisfies(mail -> {
                assertThat(mail.getSubject()).isEqualTo("è nuovo");
                assertThat(mail.getHeader("Return-Path")).containsExactly("<desk@valle.example>");
            });
        } finally {
            post.stop();
        }
    }

    /** Where a post office within the machine offers TLS, as Debian's does, it has no certificate for "localhost". */
    @Test
    void within_the_machine_nobody_asks_for_a_certificate() {
        server.next(OFFERS_TLS);

        assertThat(deliver()).isInstanceOf(Reply.Accepted.class);
        assertThat(server.commands()).doesNotContain("STARTTLS");
    }

    private SmtpServer server(Encryption encryption, @Nullable String user, @Nullable String password) {
        return new SmtpServer(encryption, "127.0.0.1", server.address().port(), user, password, "");
    }

    private Reply deliver() {
        return deliver(server.address(), LONG);
    }

    private static Reply deliver(SmtpServer address, Duration limit) {
        return deliver(address, TalkTimes.within(limit));
    }

    private static Reply deliver(SmtpServer address, TalkTimes times) {
        return deliver(address, times, Given.letter("è nuovo"));
    }

    private static Reply deliver(SmtpServer address, TalkTimes times, Letter letter) {
        return new SmtpConversation(address, "desk.example.it", times, hash -> InputStream.nullInputStream())
                .deliver(stored(letter), Given.VALLE);
    }
}
