package sportello.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo's desk reads its mail. */
@DemoTest
class LetterboxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    PostOffice post;

    @Autowired
    JdbcClient db;

    @Test
    void a_mail_to_the_desk_arrives_by_itself() throws Exception {
        post(post.smtpPort());

        var until = System.nanoTime() + PATIENCE.toNanos();
        while (arrivals() == 0 && System.nanoTime() < until) Thread.sleep(50);
        assertThat(arrivals()).isEqualTo(1);
    }

    private static void post(int port) throws MessagingException {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", PostOffice.HERE);
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        var mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom(new InternetAddress("giulia.moretti@roccalba.example"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(Letterbox.ADDRESS));
        mail.setSubject("Il riscaldamento della biblioteca");
        mail.setText("Buongiorno, in biblioteca fa freddo.");
        Transport.send(mail);
    }

    private long arrivals() {
        return db.sql("""
                select count(*)
                  from arrival a
                  join mailbox m on m.id = a.mailbox_id
                 where m.name = :name
                """).param("name", Letterbox.ADDRESS).query(Long.class).single();
    }
}
