package sportello.demo;

import static java.util.stream.Collectors.joining;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.base.Html;

/** Reads the mails that this program writes; the mails of the world are the postmaster's. */
final class MailReader {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final Map<String, String> pictures = new LinkedHashMap<>();

    private MailReader() {}

    static PostedMail head(String mailbox, long number, Instant receivedAt, MimeMessage mail) {
        try {
            return new PostedMail(
                    mailbox,
                    number,
                    people(mail.getFrom()),
                    people(mail.getRecipients(MimeMessage.RecipientType.TO)),
                    Objects.requireNonNullElse(mail.getSubject(), ""),
                    receivedAt);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static OpenedMail open(PostedMail head, MimeMessage mail) {
        try {
            var reader = new MailReader();
            reader.read(mail);
            var id = Objects.requireNonNullElse(mail.getMessageID(), "");
            return new OpenedMail(head, id, reader.text.toString(), Html.sanitised(reader.withPictures()));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(MimePart part) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) readAll((MimeMultipart) part.getContent());
        else if (part.isMimeType("text/html")) html.append(part.getContent());
        else if (part.isMimeType("text/plain") && !Part.ATTACHMENT.equals(part.getDisposition()))
            text.append(part.getContent().toString().replace("\r\n", "\n"));
        else if (part.isMimeType("image/*") && part.getContentID() != null)
            pictures.put(part.getContentID(), picture(part));
    }

    private void readAll(MimeMultipart parts) throws MessagingException, IOException {
        for (var i = 0; i < parts.getCount(); i++) read((MimePart) parts.getBodyPart(i));
    }

    private static String picture(MimePart part) throws MessagingException, IOException {
        var type = part.getContentType().replaceFirst(";[\\s\\S]*", "").strip();
        try (var bytes = part.getInputStream()) {
            return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes.readAllBytes());
        }
    }

    private String withPictures() {
        var shown = html.toString();
        for (var picture : pictures.entrySet()) {
            var id = picture.getKey().replaceAll("^<|>$", "");
            shown = shown.replace("cid:" + id, picture.getValue());
        }
        return shown;
    }

    private static String people(Address @Nullable [] addresses) {
        if (addresses == null) return "";
        return Arrays.stream(addresses)
                .map(address ->
                        address instanceof InternetAddress person ? person.toUnicodeString() : address.toString())
                .collect(joining(", "));
    }
}
