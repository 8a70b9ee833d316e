package sportello.demo;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The mails that went out by SMTP are read on the demo's page, by anybody. */
@DemoTest
class PostControllerTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private PostOffice post;

    @Test
    void who_has_not_logged_in_finds_the_newest_mail_first() throws Exception {
        send("elena@uno.example", "Primo", "<p>uno</p>");
        send("elena@uno.example", "Secondo è qui", "<p>due</p>");
        web.perform(get("/demo/post"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("elena@uno.example")))
                .andExpect(content().string(org.hamcrest.Matchers.stringContainsInOrder("Secondo è qui", "Primo")));
    }

    @Test
    void a_mail_is_read_as_html_in_a_cage_or_as_text() throws Exception {
        send("due@due.example", "Orari", "<p>Buongiorno <b>Elena</b></p><script>alert(1)</script>");
        web.perform(get("/demo/post/due@due.example/1"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("src=\"/demo/post/due@due.example/1/body\" sandbox=")));
        web.perform(get("/demo/post/due@due.example/1/body"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
                .andExpect(content().string(containsString("<b>Elena</b>")))
                .andExpect(content().string(not(containsString("script"))));
        web.perform(get("/demo/post/due@due.example/1?as=text"))
                .andExpect(content().string(containsString("solo testo")))
                .andExpect(content().string(not(containsString("<iframe"))));
    }

    @Test
    void a_mail_that_is_not_there_is_not_found() throws Exception {
        web.perform(get("/demo/post/nobody@nowhere.example/1")).andExpect(status().isNotFound());
        web.perform(get("/demo/post/nobody@nowhere.example/x")).andExpect(status().isNotFound());
    }

    @Test
    void every_page_of_the_demo_points_the_way_and_the_log_in_page_knows_who_there_is() throws Exception {
        web.perform(get("/login"))
                .andExpect(content().string(containsString("href=\"/demo/post\"")))
                .andExpect(content().string(containsString("piero.gatti")))
                .andExpect(content().string(containsString("vede una sola coda")))
                .andExpect(content().string(containsString("giulia.moretti")))
                .andExpect(content().string(containsString("demo-valle-servizi")));
        web.perform(get("/login").header("Accept-Language", "en"))
                .andExpect(content().string(containsString("sees one queue only")));
    }

    private void send(String to, String subject, String html) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(post.smtpPort()));
        var mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom(new InternetAddress("desk@valleservizi.example"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        mail.setSubject(subject, "UTF-8");
        mail.setContent(alternatives(html));
        Transport.send(mail);
    }

    private static MimeMultipart alternatives(String html) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText("solo testo", StandardCharsets.UTF_8.name());
        var markup = new MimeBodyPart();
        markup.setContent(html, "text/html;charset=utf-8");
        return new MimeMultipart("alternative", text, markup);
    }
}
