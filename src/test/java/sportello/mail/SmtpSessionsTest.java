package sportello.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sportello.settings.Encryption;
import sportello.settings.SmtpServer;

class SmtpSessionsTest {

    @Test
    void the_session_with_a_server_stays_whatever_lets_us_in() throws Exception {
        var session = SmtpSessions.with(server("mail.example", "one"), "desk.example");

        assertThat(SmtpSessions.with(server("mail.example", "two"), "desk.example"))
                .isSameAs(session);
        assertThat(SmtpSessions.with(server("other.example", "two"), "desk.example"))
                .isNotSameAs(session);
        assertThat(session.getProperties().toString()).doesNotContain("one");
    }

    @Test
    void the_sessions_with_servers_that_take_turns_stay_too() throws Exception {
        var one = SmtpSessions.with(server("uno.example", "one"), "desk.example");
        var other = SmtpSessions.with(server("due.example", "one"), "desk.example");

        assertThat(SmtpSessions.with(server("uno.example", "one"), "desk.example"))
                .isSameAs(one);
        assertThat(SmtpSessions.with(server("due.example", "one"), "desk.example"))
                .isSameAs(other);
    }

    @Test
    void each_encryption_has_its_own() throws Exception {
        var plain = SmtpSessions.with(server("mail.example", "one"), "desk.example");
        var tls = new SmtpServer(Encryption.STARTTLS, "mail.example", 25, "desk", "one", "");

        assertThat(SmtpSessions.with(tls, "desk.example").getProperty("mail.smtp.starttls.required"))
                .isEqualTo("true");
        assertThat(plain.getProperty("mail.smtp.starttls.required")).isNull();
    }

    private static SmtpServer server(String host, String password) {
        return new SmtpServer(Encryption.NONE, host, 25, "desk", password, "");
    }
}
