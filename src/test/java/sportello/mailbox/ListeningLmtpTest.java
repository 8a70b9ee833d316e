package sportello.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import sportello.Edge;
import sportello.TestClock;
import sportello.settings.CertificateSettings;
import sportello.settings.OwnAuthority;
import sportello.settings.Settings;
import sportello.settings.Trust;
import sportello.storage.Files;

/** Mail that is handed over by LMTP: each recipient has an answer, and yes is said once it is kept. */
@Ground
class ListeningLmtpTest {
    private static final String OURS = "assistenza@valle.example";
    private static final String OURS_TOO = "guasti@valle.example";

    @Autowired
    MailboxSql mailboxes;

    @Autowired
    Receiving receiving;

    @Autowired
    Files files;

    @Autowired
    Settings settings;

    @Autowired
    OurCertificate ourCertificate;

    @Autowired
    Errand errand;

    @Autowired
    JdbcClient db;

    private final TestClock clock = new TestClock(Instant.parse("2026-11-02T09:00:00Z"));
    private @Nullable ListeningLmtp lmtp;
    private @Nullable Listening smtp;
    private Brought brought;

    @BeforeEach
    void know_our_addresses() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("ours", (AcceptedAddress) address -> address.endsWith("@valle.example"));
        brought = new Brought(
                mailboxes,
                receiving,
                files,
                new Space(settings),
                Ground.HASTY,
                beans.getBeanProvider(AcceptedAddress.class));
    }

    @AfterEach
    void stop() {
        if (lmtp != null) lmtp.stop();
        if (smtp != null) smtp.stop();
    }

    private Line open(@Nullable SSLContext certificate) throws IOException {
        lmtp = new ListeningLmtp(settings, brought, Ground.HASTY, ourCertificate, clock);
        lmtp.listen(anyPort(), certificate);
        var line = new Line(lmtp.port());
        line.answer();
        return line;
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.ofLiteral(MailServer.HERE), 0);
    }

    @Test
    void a_talk_has_its_limits() throws Exception {
        Edge.of("mailbox/LmtpTalk.LONGEST_LINE").isTheLast(length -> goesOn("NOOP " + "x".repeat(length - 6)));
        Edge.of("mailbox/LmtpTalk.MOST_FAULTS").isTheLast(many -> goesOn("EHLO\r\n".repeat(many - 1) + "EHLO"));
        Edge.of("mailbox/LmtpTalk.MOST_RECIPIENTS").isTheLast(many -> {
            try (var line = open(null)) {
                line.say("LHLO posta.example");
                line.say("MAIL FROM:<giulia@roccalba.example>");
                var last = "";
                for (var i = 0; i < many; i++) last = line.say("RCPT TO:<" + OURS + ">");
                return last.startsWith("250");
            } finally {
                stop();
            }
        });
    }

    private boolean goesOn(String said) throws IOException {
        try (var line = open(null)) {
            line.write(said + "\r\nQUIT\r\n");
            return line.rest().contains("221 2.0.0 Bye");
        } finally {
            stop();
        }
    }

    @Test
    void each_recipient_is_answered_after_the_mail_and_it_is_kept_once() throws IOException {
        var mail = "Subject: consegnata\r\n\r\nCiao\r\n.una riga col punto\r\n";
        try (var line = open(null)) {
            line.say("LHLO posta.example");
            assertThat(line.bring(mail, OURS, "altri@altrove.example", OURS_TOO))
                    .containsExactly("250 2.0.0 <" + OURS + "> Kept", "250 2.0.0 <" + OURS_TOO + "> Kept");
        }
        assertThat(errand.arrived(mailboxes.brought())).containsOnlyOnce(mail);
    }

    @Test
    void yes_is_said_to_nobody_before_it_is_committed() throws IOException {
        db.sql("alter table arrival add constraint on_strike check (false) not valid")
                .update();
        try (var line = open(null)) {
            line.say("LHLO posta.example");
            assertThat(line.bring("Subject: sciopero\r\n\r\nx\r\n", OURS, OURS_TOO))
                    .hasSize(2)
                    .allMatch(answer -> answer.startsWith("452 4.3.0 "));

            db.sql("alter table arrival drop constraint on_strike").update();
            assertThat(line.bring("Subject: sciopero\r\n\r\nx\r\n", OURS))
                    .allMatch(answer -> answer.startsWith("250 "));
        } finally {
            db.sql("alter table arrival drop constraint if exists on_strike").update();
        }
    }

    @Test
    void nothing_is_taken_for_strangers_alone_nor_by_those_who_speak_smtp() throws IOException {
        try (var line = open(null)) {
            assertThat(line.say("EHLO posta.example")).startsWith("500 5.5.2");
            assertThat(line.say("MAIL FROM:<a@b.example>")).startsWith("503");
            line.say("LHLO posta.example");
            assertThat(line.say("MAIL FROM:<>")).startsWith("250");
            assertThat(line.say("RCPT TO:<altri@altrove.example>")).startsWith("550");
            assertThat(line.say("DATA")).startsWith("503 5.5.1 No valid recipients");
            assertThat(line.say("QUIT")).startsWith("221");
        }
    }

    @Test
    void what_is_too_large_is_refused_to_each_and_the_talk_goes_on() throws IOException {
        var large = "Subject: immensa\r\n\r\n" + "x".repeat(998).concat("\r\n").repeat(9_000);
        try (var line = open(null)) {
            line.say("LHLO posta.example");
            assertThat(line.say("MAIL FROM:<a@b.example> SIZE=99999999")).startsWith("552");
            assertThat(line.bring(large, OURS, OURS_TOO)).hasSize(2).allMatch(answer -> answer.startsWith("552"));
            assertThat(line.bring("Subject: poi\r\n\r\nx\r\n", OURS)).allMatch(answer -> answer.startsWith("250"));
        }
    }

    @Test
    void only_the_proper_end_is_the_end() throws IOException {
        try (var line = open(null)) {
            line.say("LHLO posta.example");
            for (var odd : new String[] {"\n.\n", "\n.\r\n", "\r\n.\n", "\r.\r\n"}) {
                var mail = "Subject: di nascosto\r\n\r\nprima" + odd + "MAIL FROM:<x@evil.example>\r\ndopo\r\n";
                assertThat(line.raw(mail, OURS)).allMatch(answer -> answer.startsWith("250"));
                assertThat(errand.arrived(mailboxes.brought()).getLast()).contains("prima", "evil.example", "dopo");
            }
        }
    }

    @Test
    void whoever_talks_nonsense_is_sent_away() throws IOException {
        try (var line = open(null)) {
            var answer = "";
            for (var time = 0; time < 21; time++) answer = line.say("CIAO");
            assertThat(line.answer()).startsWith("421");
            assertThat(answer).startsWith("500");
        }
    }

    @Test
    void callers_who_bring_nothing_keep_nobody_out_for_long() throws IOException {
        var slow = new ArrayList<Line>();
        try (var first = open(null)) {
            first.say("LHLO posta.example");
            first.say("MAIL FROM:<giulia@roccalba.example>");
            while (slow.size() + 1 < Listening.AT_ONCE / 2) slow.add(greeted());
            try (var tooMany = new Line(lmtp.port())) {
                assertThat(tooMany.answer()).startsWith("421");
                assertThatThrownBy(tooMany::answer).isInstanceOf(IOException.class);
            }

            clock.advance(Listening.WORDS);
            slow.add(greeted());
            assertThat(first.say("NOOP")).as("who brings a mail").startsWith("250");
            assertThatThrownBy(slow.getFirst()::answer).isInstanceOf(IOException.class);
            slow.getLast().say("LHLO posta.example");
            assertThat(slow.getLast().bring("Subject: in coda\r\n\r\nx\r\n", OURS))
                    .allMatch(answer -> answer.startsWith("250"));

            clock.advance(Listening.PATIENCE);
            slow.add(greeted());
            assertThatThrownBy(() -> first.say("NOOP"))
                    .as("a minute for a mail")
                    .isInstanceOf(IOException.class);
        } finally {
            for (var talk : slow) talk.close();
        }
    }

    private Line greeted() throws IOException {
        var line = new Line(lmtp.port());
        assertThat(line.answer()).startsWith("220");
        return line;
    }

    @Test
    void without_a_certificate_tls_is_refused_cleanly() throws IOException {
        try (var line = open(null)) {
            assertThat(line.say("STARTTLS")).startsWith("502");
            assertThat(line.say("LHLO posta.example")).startsWith("250");
        }
        try (var line = openSmtp(null)) {
            assertThat(line.say("STARTTLS")).startsWith("454");
            assertThat(line.say("EHLO posta.example")).startsWith("250");
            assertThat(line.said).noneMatch(said -> said.contains("STARTTLS"));
        }
    }

    @Test
    void with_a_certificate_both_doors_speak_tls(@TempDir Path directory) throws Exception {
        var authority = OwnAuthority.forLocalhost(directory);
        try (var line = open(authority.context())) {
            line.say("LHLO posta.example");
            assertThat(line.said).anyMatch(said -> said.contains("STARTTLS"));
            line.startTls(authority.pem());
            assertThat(line.say("MAIL FROM:<a@b.example>"))
                    .as("what was said before is forgotten")
                    .startsWith("503");
            line.say("LHLO posta.example");
            assertThat(line.bring("Subject: cifrata\r\n\r\nx\r\n", OURS)).allMatch(answer -> answer.startsWith("250"));
        }
        try (var line = openSmtp(authority.context())) {
            line.say("EHLO posta.example");
            line.startTls(authority.pem());
            line.say("EHLO posta.example");
            assertThat(line.bring("Subject: cifrata anche\r\n\r\nx\r\n", OURS))
                    .allMatch(answer -> answer.startsWith("250"));
        }
    }

    @Test
    void what_is_said_between_starttls_and_tls_is_not_heard(@TempDir Path directory) throws Exception {
        var authority = OwnAuthority.forLocalhost(directory);
        try (var line = open(authority.context())) {
            line.say("LHLO posta.example");
            line.out.write("STARTTLS\r\nMAIL FROM:<x@evil.example>\r\n".getBytes(ISO_8859_1));
            assertThatThrownBy(() -> {
                        line.answer();
                        line.wrap(authority.pem());
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_renewed_certificate_counts_from_the_next_talk_and_one_that_cannot_be_used_not_at_all(
            @TempDir Path here, @TempDir Path elsewhere) throws Exception {
        var before = OwnAuthority.forLocalhost(here);
        var after = OwnAuthority.forLocalhost(elsewhere);
        var file = here.resolve("localhost.p12");
        var followed = new CertificateSettings(file.toString(), null, "changeit")
                .followed()
                .orElseThrow();
        var told = new ArrayList<Object>();
        var ours = new OurCertificate(followed, Duration.ZERO, told::add, TransactionOperations.withoutTransaction());
        try (var line = open(followed.context())) {
            line.say("LHLO posta.example");
            line.startTls(before.pem());
        }

        java.nio.file.Files.copy(elsewhere.resolve("localhost.p12"), file, REPLACE_EXISTING);
        java.nio.file.Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        talk(after);
        ours.look();
        assertThat(told).isEmpty();

        java.nio.file.Files.writeString(file, "metà");
        talk(after);
        ours.look();
        ours.look();
        assertThat(told).containsExactly(new CertificateUnusable(file.toString()));
        assertThat(ours.unusable()).contains(file.toString());

        java.nio.file.Files.copy(elsewhere.resolve("localhost.p12"), file, REPLACE_EXISTING);
        talk(after);
        assertThat(ours.unusable()).isEmpty();
    }

    private void talk(OwnAuthority known) throws Exception {
        try (var line = new Line(lmtp.port())) {
            line.answer();
            line.say("LHLO posta.example");
            line.startTls(known.pem());
        }
    }

    private Line openSmtp(@Nullable SSLContext certificate) throws IOException {
        smtp = new Listening(settings, brought, Ground.HASTY, ourCertificate, Clock.systemUTC());
        smtp.listen(anyPort(), certificate);
        var line = new Line(smtp.port());
        line.answer();
        return line;
    }

    /** A mail server that hands mail over. */
    private static final class Line implements AutoCloseable {
        private final List<String> said = new ArrayList<>();
        private Socket socket;
        private BufferedReader in;
        private OutputStream out;

        Line(int port) throws IOException {
            use(new Socket(MailServer.HERE, port));
        }

        private void use(Socket fresh) throws IOException {
            socket = fresh;
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            out = socket.getOutputStream();
        }

        void startTls(String pem) throws Exception {
            assertThat(say("STARTTLS")).startsWith("220");
            wrap(pem);
        }

        void wrap(String pem) throws Exception {
            var secure = (SSLSocket) Trust.of(pem).createSocket(socket, "localhost", socket.getPort(), true);
            secure.startHandshake();
            use(secure);
        }

        List<String> bring(String mail, String... recipients) throws IOException {
            return raw(mail.replace("\r\n.", "\r\n.."), recipients);
        }

        /** The answers to those who were let in. */
        List<String> raw(String mail, String... recipients) throws IOException {
            say("MAIL FROM:<giulia@roccalba.example>");
            var taken = 0;
            for (var recipient : recipients)
                if (say("RCPT TO:<" + recipient + ">").startsWith("250")) taken++;
            assertThat(say("DATA")).startsWith("354");
            out.write((mail + ".\r\n").getBytes(ISO_8859_1));
            var answers = new ArrayList<String>();
            for (var one = 0; one < taken; one++) answers.add(answer());
            return answers;
        }

        void write(String commands) throws IOException {
            out.write(commands.getBytes(ISO_8859_1));
        }

        /** What is said until the other side hangs up. */
        String rest() {
            var heard = new StringBuilder();
            try {
                for (var line = in.readLine(); line != null; line = in.readLine())
                    heard.append(line).append('\n');
            } catch (IOException hungUp) {
                return heard.toString();
            }
            return heard.toString();
        }

        String say(String command) throws IOException {
            out.write((command + "\r\n").getBytes(ISO_8859_1));
            return answer();
        }

        String answer() throws IOException {
            said.clear();
            var line = in.readLine();
            if (line == null) throw new EOFException("the talk is over");
            for (; line.charAt(3) == '-'; line = in.readLine()) said.add(line);
            said.add(line);
            return line;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
