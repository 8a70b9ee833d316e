package sportello.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;
import sportello.storage.Hash;

/** A letter as a MIME message; the same letter always becomes the same mail. */
final class LetterMime extends SMTPMessage {
    private final StoredLetter stored;
    private final Function<Hash, InputStream> bytes;

    private LetterMime(Session session, StoredLetter stored, Function<Hash, InputStream> bytes) {
        super(session);
        this.stored = stored;
        this.bytes = bytes;
    }

    /**
     * @param bytes where the files that go along are read, while the mail is written and not before
     * @param sealer by what it is signed and encrypted as it was promised; null where nothing was
     */
    static LetterMime of(
            StoredLetter stored,
            Company company,
            Recipient sender,
            Session session,
            Function<Hash, InputStream> bytes,
            @Nullable Sealer sealer)
            throws MessagingException {
        var mail = new LetterMime(session, stored, bytes);
        mail.writeHead(sender);
        mail.writeBody(company, sealer);
        mail.saveChanges();
        return mail;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        var origin = stored.letter().origin();
        var id = Objects.requireNonNullElse(origin == null ? null : origin.messageId(), stored.messageId());
        setHeader("Message-ID", id.value());
    }

    private void writeHead(Recipient sender) throws MessagingException {
        var letter = stored.letter();
        var desk = address(sender.name(), sender.address());
        var origin = letter.origin();
        var writer = origin == null ? null : origin.from();
        setFrom(writer == null ? desk : address(writer.name(), writer.address()));
        var addressees = letter.addressees().isEmpty() ? Addressees.only(letter.to()) : letter.addressees();
        setRecipients(Message.RecipientType.TO, line(addressees.to()));
        if (!addressees.cc().isEmpty()) setRecipients(Message.RecipientType.CC, line(addressees.cc()));
        setSubject(letter.subject(), UTF_8.name());
        setSentDate(Date.from(origin == null ? stored.createdAt() : origin.at()));
        if (origin != null) writeResent(desk);
        var inReplyTo = letter.inReplyTo();
        if (inReplyTo != null) setHeader("In-Reply-To", inReplyTo.value());
        if (!letter.references().isEmpty()) setHeader("References", references(letter));
        if (letter.autoSubmitted()) {
            setHeader("Auto-Submitted", letter.autoReplied() ? "auto-replied" : "auto-generated");
            // Exchange does not heed the line above; bounces are wanted, so not "All"
            setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        }
    }

    /** It is passed on by us, and who gets it sees by whom (RFC 5322, 3.6.6). */
    private void writeResent(InternetAddress desk) throws MessagingException {
        setHeader("Resent-From", desk.toString());
        setHeader("Resent-To", line(List.of(stored.letter().to()))[0].toString());
        setHeader("Resent-Date", new MailDateFormat().format(Date.from(stored.createdAt())));
        setHeader("Resent-Message-ID", stored.messageId().value());
    }

    private static String references(Letter letter) {
        var ids = letter.references().stream().map(MessageId::value).collect(joining(" "));
        return MimeUtility.fold("References: ".length(), ids);
    }

    private static InternetAddress[] line(List<Recipient> recipients) {
        return recipients.stream()
                .map(recipient -> address(recipient.name(), recipient.address()))
                .toArray(InternetAddress[]::new);
    }

    private static InternetAddress address(String name, String address) {
        try {
            return new InternetAddress(address, name, UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A promise without what keeps it is a mistake of ours, and nothing leaves. */
    private void writeBody(Company company, @Nullable Sealer sealer) throws MessagingException {
        var seal = stored.seal();
        var content = content(company);
        if (seal == null) setContent(content);
        else new SealedMime(seal, Objects.requireNonNull(sealer)).seal(content, this);
    }

    private MimeMultipart content(Company company) throws MessagingException {
        var files = stored.letter().files().stream()
                .filter(file -> file.contentId() == null)
                .toList();
        if (files.isEmpty()) return words(company);
        var all = new MimeMultipart("mixed");
        all.addBodyPart(part(words(company)));
        for (var file : files) all.addBodyPart(enclosed(file));
        return all;
    }

    private MimeMultipart words(Company company) throws MessagingException {
        var body = stored.letter().body();
        var alternatives = new MimeMultipart("alternative", text(body.text(), "plain"), text(body.html(), "html"));
        var pictures = pictures(company);
        if (pictures.isEmpty()) return alternatives;
        var related = new MimeMultipart("related; type=\"multipart/alternative\"", part(alternatives));
        for (var picture : pictures) related.addBodyPart(picture);
        return related;
    }

    /** What the HTML shows: the logo, and the pictures that the writer put into the text. */
    private List<MimeBodyPart> pictures(Company company) throws MessagingException {
        var pictures = new ArrayList<MimeBodyPart>();
        var logo = company.logo();
        if (logo != null && stored.letter().body().html().contains("cid:" + Company.LOGO)) pictures.add(picture(logo));
        for (var file : stored.letter().files()) {
            if (file.contentId() == null) continue;
            var picture = enclosed(file);
            picture.setDisposition(Part.INLINE);
            picture.setContentID("<" + file.contentId() + ">");
            pictures.add(picture);
        }
        return pictures;
    }

    private static MimeBodyPart part(MimeMultipart content) throws MessagingException {
        var part = new MimeBodyPart();
        part.setContent(content);
        return part;
    }

    private MimeBodyPart enclosed(LetterFile file) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new Enclosure(file, bytes)));
        part.setDisposition(Part.ATTACHMENT);
        part.setFileName(file.name());
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
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
