package sportello.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import sportello.Edge;
import sportello.TestClock;
import sportello.settings.Settings;
import sportello.storage.Files;

/** Mail that is brought to us: kept before it is accepted, and only what is for us. */
@Ground
class ListeningTest {
    private static final String OURS = "assistenza@valle.example";

    @Autowired
    MailboxSql mailboxes;

    @Autowired
    Receiving receiving;

    @Autowired
    Files files;

    @Autowired
    Settings settings;

    @Autowired
    OurCertificate certificate;

    @Autowired
    Errand errand;

    private final TestClock clock = new TestClock(Instant.parse("2026-11-02T09:00:00Z"));
    private boolean nearlyFull;
    private boolean away;
    private Listening listening;

    @BeforeEach
    void listen() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("ours", (AcceptedAddress) address -> {
            if (away) throw new IllegalStateException("the database is away");
            return address.equalsIgnoreCase(OURS);
        });
        var space = new Space(settings) {
            @Override
            boolean isLow() {
                return nearlyFull;
            }
        };
        var brought = new Brought(
                mailboxes, receiving, files, space, Ground.HASTY, beans.getBeanProvider(AcceptedAddress.class));
        listening = new Listening(settings, brought, Ground.HASTY, certificate, clock);
        listening.listen(new InetSocketAddress(InetAddress.ofLiteral(MailServer.HERE), 0), null);
    }

    @AfterEach
    void stop() {
        listening.stop();
    }

    @Test
    void a_mail_is_kept_as_it_came_and_once_however_often_it_is_brought() throws IOException {
        var mail = "Subject: portata\r\n\r\nCiao\r\n.una riga col punto\r\n";
        for (var time = 0; time < 3; time++) assertThat(bring(OURS, mail)).startsWith("250");

        assertThat(errand.arrived(mailboxes.brought())).containsOnlyOnce(mail);
        assertThat(errand.lastBroughtFor(mailboxes.brought())).containsExactly(OURS);
    }

    @Test
    void nothing_is_taken_for_strangers() throws IOException {
        var before = errand.count(mailboxes.brought());

        assertThat(bring("altri@altrove.example", "Subject: relay\r\n\r\nx\r\n"))
                .startsWith("550");

        assertThat(errand.count(mailboxes.brought())).isEqualTo(before);
    }

    @Test
    void on_a_full_disk_and_without_the_database_it_may_come_again() throws IOException {
        nearlyFull = true;
        assertThat(bring(OURS, "Subject: disco pieno\r\n\r\nx\r\n")).startsWith("452");
        nearlyFull = false;
        away = true;
        assertThat(bring(OURS, "Subject: senza database\r\n\r\nx\r\n")).startsWith("452");
        away = false;
        assertThat(bring(OURS, "Subject: di nuovo\r\n\r\nx\r\n")).startsWith("250");
    }

    @Test
    void what_is_too_large_is_refused_for_good_and_the_talk_goes_on() throws IOException {
        var large = "Subject: enorme\r\n\r\n" + "x".repeat(998).concat("\r\n").repeat(9_000);

        try (var talk = new Talk(listening.port())) {
            assertThat(talk.bring(OURS, large)).startsWith("552");
            assertThat(talk.bring(OURS, "Subject: dopo\r\n\r\nx\r\n")).startsWith("250");
        }
        assertThat(errand.arrived(mailboxes.brought())).noneMatch(mail -> mail.startsWith("Subject: enorme"));
    }

    @Test
    void callers_who_bring_nothing_keep_nobody_out_for_long() throws IOException {
        var idle = new ArrayList<Talk>();
        try {
            for (var caller = 0; caller < Listening.AT_ONCE / 2; caller++) idle.add(new Talk(listening.port()));
            assertThat(greeted()).startsWith("421");
            assertThat(idle.getFirst().say("NOOP")).as("who has just come").startsWith("250");

            clock.advance(Listening.WORDS);
            assertThat(bring(OURS, "Subject: in coda\r\n\r\nx\r\n")).startsWith("250");
        } finally {
            for (var caller : idle) caller.close();
        }
    }

    @Test
    void a_mail_has_so_many_recipients() throws Exception {
        Edge.of("mailbox/Listening.AT_ONCE").isTheLast(many -> {
            try (var talk = new Talk(listening.port())) {
                talk.say("MAIL FROM:<giulia@roccalba.example>");
                var last = "";
                for (var number = 0; number < many; number++) last = talk.say("RCPT TO:<" + OURS + ">");
                return last.startsWith("250");
            }
        });
    }

    private String greeted() throws IOException {
        try (var socket = new Socket(MailServer.HERE, listening.port())) {
            socket.setSoTimeout(Math.toIntExact(Ground.HASTY.command().toMillis()));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1)).readLine();
        }
    }

    /** Where others end a mail at a lone line feed, a second mail could be smuggled in. */
    @Test
    void only_the_proper_end_is_the_end() throws IOException {
        for (var odd : new String[] {"\n.\n", "\n.\r\n"}) {
            var mail = "Subject: contrabbando\r\n\r\nprima" + odd + "MAIL FROM:<x@evil.example>\r\ndopo\r\n";

            assertThat(bring(OURS, mail)).startsWith("250");

            assertThat(errand.arrived(mailboxes.brought()).getLast()).contains("prima", "evil.example", "dopo");
        }
    }

    private String bring(String to, String mail) throws IOException {
        try (var talk = new Talk(listening.port())) {
            return talk.bring(to, mail);
        }
    }

    /** A mail server that brings mail. */
    private static final class Talk implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader in;
        private final OutputStream out;

        Talk(int port) throws IOException {
            socket = new Socket(MailServer.HERE, port);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            out = socket.getOutputStream();
            answer();
            say("HELO mittente.example");
        }

        String bring(String to, String mail) throws IOException {
            for (var command :
                    new String[] {"RSET", "MAIL FROM:<giulia@roccalba.example>", "RCPT TO:<" + to + ">", "DATA"}) {
                var answer = say(command);
                if (answer.charAt(0) > '3') return answer;
            }
            out.write((mail.replace("\r\n.", "\r\n..") + ".\r\n").getBytes(ISO_8859_1));
            return answer();
        }

        private String say(String command) throws IOException {
            out.write((command + "\r\n").getBytes(ISO_8859_1));
            return answer();
        }

        private String answer() throws IOException {
            var line = in.readLine();
            while (line.charAt(3) == '-') line = in.readLine();
            return line;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
