package sportello.demo;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Folder;
import jakarta.mail.Session;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.test.context.ActiveProfiles;
import sportello.base.Html;
import sportello.base.Language;
import sportello.database.OwnDatabase;
import sportello.mail.Company;
import sportello.mail.Letter;
import sportello.mail.LetterPaper;
import sportello.mail.LetterState;
import sportello.mail.Letters;
import sportello.mail.Logo;
import sportello.mail.OurCompany;
import sportello.mail.Outbox;
import sportello.mail.Recipient;

@SpringBootTest(
        classes = PostOfficeTest.Ground.class,
        properties = {"SPORTELLO_DEMO_SMTP_PORT=0", "SPORTELLO_DEMO_IMAP_PORT=0"})
@ActiveProfiles("demo")
@OwnDatabase
class PostOfficeTest {

    @EnableAutoConfiguration
    @ComponentScan({"sportello.settings", "sportello.database", "sportello.jobs", "sportello.storage", "sportello.mail"
    })
    @Import(PostOfficeConfiguration.class)
    static class Ground {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        ResourceBundleMessageSource messageSource() {
            var messages = new ResourceBundleMessageSource();
            messages.setBasename("messages/mail");
            return messages;
        }
    }

    @Autowired
    PostOffice post;

    @Autowired
    Outbox outbox;

    @Autowired
    Letters letters;

    @Autowired
    LetterPaper paper;

    @Autowired
    OurCompany company;

    @Test
    void a_letter_of_the_house_arrives_and_can_be_read_on_a_page_and_by_imap() throws Exception {
        company.change(new Company(
                "Valle Servizi", "", "desk@valle.example", "", "", new Logo("image/png", new byte[] {1, 2})));
        post("prima", "paolo@roncofritto.example");
        var letter = post("perché no", "paolo@roncofritto.example");

        var mail = post.mails().getFirst();
        assertThat(mail.subject()).isEqualTo("perché no");
        assertThat(mail.from()).isEqualTo("Valle Servizi <desk@valle.example>");
        assertThat(mail.to()).isEqualTo("Paolo Cevoli <paolo@roncofritto.example>");
        assertThat(post.mails()).extracting(PostedMail::subject).containsExactly("perché no", "prima");

        var opened = post.open(mail.mailbox(), mail.number()).orElseThrow();
        assertThat(opened.messageId()).isEqualTo(letter);
        assertThat(opened.text()).startsWith("Buongiorno è\n\n-- \nValle Servizi");
        assertThat(opened.html().markup())
                .contains("<p>Buongiorno è</p>", "src=\"data:image/png;base64,AQI&#61;\"")
                .doesNotContain("cid:");
        assertThat(opened.html().toText()).startsWith("Buongiorno è");
        assertThat(post.open(mail.mailbox(), 99)).isEmpty();
        assertThat(post.open("nobody@nowhere.example", 1)).isEmpty();
        assertThat(subjectsByImap("paolo@roncofritto.example")).containsExactly("prima", "perché no");
    }

    @Test
    void a_port_that_is_taken_gives_way_to_a_free_one() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                var second = new PostOffice(taken.getLocalPort(), taken.getLocalPort())) {
            assertThat(second.smtpPort()).isPositive().isNotEqualTo(taken.getLocalPort());
            assertThat(second.imapPort()).isPositive().isNotEqualTo(taken.getLocalPort());
            assertThat(second.address().port()).isEqualTo(second.smtpPort());
        }
    }

    /** Posts a letter, waits until it is sent, and tells its Message-ID. */
    private String post(String subject, String address) {
        var body = paper.wrap(Html.ofText("Buongiorno è"), Language.ITALIAN);
        var letter =
                outbox.post(new Letter(new Recipient("Paolo Cevoli", address), subject, body, null, List.of(), true));
        return await().atMost(60, SECONDS)
                .until(() -> letters.deliveries(List.of(letter)).get(letter), sent -> sent.state() == LetterState.SENT)
                .messageId()
                .value();
    }

    private List<String> subjectsByImap(String address) throws Exception {
        var properties = new Properties();
        properties.setProperty("mail.store.protocol", "imap");
        try (var store = Session.getInstance(properties).getStore()) {
            store.connect("127.0.0.1", post.imapPort(), address, "any");
            var inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            var subjects = new ArrayList<String>();
            for (var mail : inbox.getMessages()) subjects.add(mail.getSubject());
            return subjects;
        }
    }
}
