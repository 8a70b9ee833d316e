package sportello.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.util.Date;

/** A letter as a MIME message; the same letter always becomes the same mail. */
final class LetterMime extends MimeMessage {
    private final StoredLetter stored;

    private LetterMime(Session session, StoredLetter stored) {
        super(session);
        this.stored = stored;
    }

    static MimeMessage of(StoredLetter stored, Company company, String sender, Session session)
            throws MessagingException {
        var mail = new LetterMime(session, stored);
        mail.writeHead(company, sender);
        mail.writeBody(company);
        mail.saveChanges();
        return mail;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", stored.messageId().value());
    }

    private void writeHead(Company company, String sender) throws MessagingException {
        var letter = stored.letter();
        setFrom(address(HeaderText.clean(company.name()), sender));
        setRecipient(
                Message.RecipientType.TO,
                address(letter.to().name(), letter.to().address()));
        setSubject(letter.subject(), UTF_8.name());
        setSentDate(Date.from(stored.createdAt()));
        var inReplyTo = letter.inReplyTo();
        if (inReplyTo != null) setHeader("In-Reply-To", inReplyTo.value());
        if (!letter.references().isEmpty()) setHeader("References", references(letter));
        if (letter.autoSubmitted()) {
            setHeader("Auto-Submitted", "auto-generated");
            // Exchange does not heed the line above; bounces are wanted, so not "All"
            setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        }
    }

    private static String references(Letter letter) {
        var ids = letter.references().stream().map(MessageId::value).collect(joining(" "));
        return MimeUtility.fold("References: ".length(), ids);
    }

    private static InternetAddress address(String name, String address) {
        try {
            return new InternetAddress(address, name, UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void writeBody(Company company) throws MessagingException {
        var body = stored.letter().body();
        var alternatives = new MimeMultipart("alternative", text(body.text(), "plain"), text(body.html(), "html"));
        var logo = company.logo();
        if (logo == null || !body.html().contains("cid:" + Company.LOGO)) {
            setContent(alternatives);
            return;
        }
        var words = new MimeBodyPart();
        words.setContent(alternatives);
        setContent(new MimeMultipart("related; type=\"multipart/alternative\"", words, picture(logo)));
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8.name(), subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static MimeBodyPart picture(Logo logo) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(logo.bytes(), logo.type())));
        part.setContentID("<" + Company.LOGO + ">");
        part.setDisposition(Part.INLINE);
        part.setFileName("logo." + logo.type().substring("image/".length()));
        return part;
    }
}
