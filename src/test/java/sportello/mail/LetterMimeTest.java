package sportello.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static sportello.mail.Given.stored;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import sportello.storage.Hash;

class LetterMimeTest {

    private static final Session SESSION = Session.getInstance(new Properties());

    @Test
    void the_head_says_from_whom_to_whom_and_about_what() throws Exception {
        var mail = received(
                stored(Given.letter("[Ticket#2018091110000018] nuovo - Comune di Roncofritto è qui")), Given.VALLE);

        assertThat(mail.getFrom()).containsExactly(new InternetAddress("desk@valle.example", "Valle Servizi S.p.A."));
        assertThat(mail.getAllRecipients())
                .containsExactly(new InternetAddress("paolo@roncofritto.example", "Paolo Cevoli"));
        assertThat(mail.getSubject()).isEqualTo("[Ticket#2018091110000018] nuovo - Comune di Roncofritto è qui");
        assertThat(mail.getSentDate()).isEqualTo(Date.from(Given.MORNING));
        assertThat(mail.getMessageID()).isEqualTo(Given.ID.value());
    }

    @Test
    void machines_are_told_not_to_answer_a_machine() throws Exception {
        var mail = received(stored(Given.letter("nuovo")), Given.VALLE);

        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("OOF, AutoReply");
    }

    @Test
    void what_a_person_wrote_says_nothing_of_machines() throws Exception {
        var automatic = Given.letter("risposta");
        var written = new Letter(automatic.to(), "risposta", automatic.body(), null, List.of(), false);

        var mail = received(stored(written), Given.VALLE);

        assertThat(mail.getHeader("Auto-Submitted")).isNull();
        assertThat(mail.getHeader("X-Auto-Response-Suppress")).isNull();
    }

    @Test
    void a_thread_is_held_together() throws Exception {
        var first = new MessageId("<ticket-2018091110000018@desk.example.it>");
        var latest = new MessageId("<" + "x".repeat(70) + "@desk.example.it>");
        var letter = new Letter(
                new Recipient("", "a@b.it"),
                "re",
                new LetterBody("t", "<p>t</p>"),
                latest,
                List.of(first, latest),
                true);

        var mail = received(stored(letter), Given.VALLE);

        assertThat(mail.getHeader("In-Reply-To")).containsExactly(latest.value());
        assertThat(mail.getHeader("References", " ").split("\\s+")).containsExactly(first.value(), latest.value());
    }

    @Test
    void what_is_passed_on_stays_its_writers_and_says_by_whom_it_came() throws Exception {
        var written = new Origin(
                new Recipient("Giulia Moretti", "giulia@roccalba.example"),
                Given.MORNING.minusSeconds(3600),
                new MessageId("<first@roccalba.example>"));
        var letter = Letter.passedOn(
                new Recipient("", "ditta@neri.example"), "Orario", new LetterBody("t", "<p>t</p>"), List.of(), written);

        var mail = received(stored(letter), Given.VALLE);

        assertThat(mail.getFrom()).containsExactly(new InternetAddress("giulia@roccalba.example", "Giulia Moretti"));
        assertThat(mail.getMessageID()).isEqualTo("<first@roccalba.example>");
        assertThat(mail.getSentDate()).isEqualTo(Date.from(written.at()));
        assertThat(mail.getHeader("Resent-From", null)).contains("desk@valle.example");
        assertThat(mail.getHeader("Resent-To", null)).contains("ditta@neri.example");
        assertThat(mail.getHeader("Resent-Message-ID")).containsExactly(Given.ID.value());
        assertThat(mail.getHeader("Resent-Date")).hasSize(1);
    }

    @Test
    void a_picture_within_the_text_travels_beside_it_and_a_file_behind() throws Exception {
        var plain = Given.letter("orari");
        var letter = new Letter(
                plain.to(),
                "orari",
                new LetterBody("Ecco", "<p>Ecco</p><img src=\"cid:dot@sportello\">"),
                null,
                List.of(),
                false,
                Addressees.NONE,
                List.of(
                        new LetterFile("orari.pdf", "application/pdf", 1, Hash.of(new byte[32])),
                        new LetterFile("dot.png", "image/png", 1, Hash.of(new byte[32]), "dot@sportello")));

        var all = (MimeMultipart) received(stored(letter), Given.VALLE).getContent();

        assertThat(all.getCount()).isEqualTo(2);
        assertThat(all.getBodyPart(1).getFileName()).isEqualTo("orari.pdf");
        var related = (MimeMultipart) all.getBodyPart(0).getContent();
        assertThat(related.getBodyPart(1).getHeader("Content-ID")).containsExactly("<dot@sportello>");
        assertThat(related.getBodyPart(1).getDisposition()).isEqualTo("inline");
    }

    @Test
    void it_is_there_as_text_and_as_html() throws Exception {
        var mail = received(stored(Given.letter("nuovo")), Given.VALLE);

        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(text(parts.getBodyPart(0))).isEqualTo("Buongiorno Paolo,\nè stato creato.\n");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat(text(parts.getBodyPart(1))).isEqualTo("<p>Buongiorno Paolo,<br>è stato creato.</p>");
    }

    @Test
    void the_logo_travels_with_the_letter_that_shows_it() throws Exception {
        var plain = Given.letter("nuovo");
        var shown = new Letter(
                plain.to(), "nuovo", new LetterBody("x", "<img src=\"cid:logo@sportello\">"), null, List.of(), true);

        var mail = received(stored(shown), Given.withLogo(Given.VALLE));

        assertThat(mail.getContentType()).startsWith("multipart/related").contains("multipart/alternative");
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
        var logo = parts.getBodyPart(1);
        assertThat(logo.getContentType()).startsWith("image/gif");
        assertThat(logo.getHeader("Content-ID")).containsExactly("<logo@sportello>");
        assertThat(logo.getInputStream().readAllBytes()).isEqualTo(Given.DOT);
    }

    @Test
    void a_mail_to_several_people_shows_all_but_the_blind_copies() throws Exception {
        var paolo = new Recipient("Paolo", "paolo@roncofritto.example");
        var ditta = new Recipient("", "ditta@neri.example");
        var hidden = new Recipient("", "capo@valle.example");
        var addressees = new Addressees(List.of(paolo), List.of(ditta), List.of(hidden));
        var letter = new Letter(
                hidden, "re", new LetterBody("t", "<p>t</p>"), null, List.of(), false, addressees, List.of());

        var mail = received(stored(letter), Given.VALLE);

        assertThat(mail.getRecipients(Message.RecipientType.TO))
                .containsExactly(new InternetAddress("paolo@roncofritto.example", "Paolo"));
        assertThat(mail.getRecipients(Message.RecipientType.CC))
                .containsExactly(new InternetAddress("ditta@neri.example"));
        assertThat(mail.getRecipients(Message.RecipientType.BCC)).isNull();
        assertThat(letter.addressees().bcc()).isEmpty();
    }

    @Test
    void files_go_along_under_their_own_names() throws Exception {
        var plan = new LetterFile("perché – orari.pdf", "application/pdf", Given.DOT.length, new Hash("0".repeat(64)));
        var letter = new Letter(
                new Recipient("", "a@b.it"),
                "re",
                new LetterBody("t", "<p>t</p>"),
                null,
                List.of(),
                false,
                Addressees.NONE,
                List.of(plan));

        var parts = (MimeMultipart) received(stored(letter), Given.VALLE).getContent();

        assertThat(parts.getContentType()).startsWith("multipart/mixed");
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
        var file = parts.getBodyPart(1);
        assertThat(file.getContentType()).startsWith("application/pdf");
        assertThat(file.getDisposition()).isEqualTo("attachment");
        assertThat(file.getFileName()).isEqualTo("perché – orari.pdf");
        assertThat(file.getInputStream().readAllBytes()).isEqualTo(Given.DOT);
    }

    /** As it comes out at the other end. */
    private static MimeMessage received(StoredLetter letter, Company company) throws Exception {
        var bytes = new ByteArrayOutputStream();
        LetterMime.of(
                        letter,
                        company,
                        new Recipient(company.name(), "desk@valle.example"),
                        SESSION,
                        hash -> new ByteArrayInputStream(Given.DOT),
                        null)
                .writeTo(bytes);
        assertThat(bytes.toString(ISO_8859_1)).matches("[\\x09-\\x7e]*");
        return new MimeMessage(SESSION, new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static String text(BodyPart part) throws Exception {
        return ((String) part.getContent()).replace("\r\n", "\n");
    }
}
