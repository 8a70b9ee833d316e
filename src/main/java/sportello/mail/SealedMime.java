package sportello.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The body of a mail, signed and encrypted as was promised (RFC 8551 and 3156). Nothing of it is held in memory or on the
 * disk: it is written once to be signed, and once more, the same, on its way.
 */
final class SealedMime {
    private final Seal seal;
    private final Sealer sealer;

    SealedMime(Seal seal, Sealer sealer) {
        this.seal = seal;
        this.sealer = sealer;
    }

    /** A part whose head does not change any more. */
    private static final class Settled extends MimeBodyPart {
        Settled(MimeMultipart content) throws MessagingException {
            setContent(content);
            updateHeaders();
        }

        Sealer.Content content() {
            return to -> {
                try {
                    writeTo(to);
                } catch (MessagingException e) {
                    throw new IOException(e);
                }
            };
        }
    }

    /** Puts the words into the mail. */
    void seal(MimeMultipart words, Part mail) throws MessagingException {
        switch (seal.manner()) {
            case SMIME -> smime(words, mail);
            case OPENPGP -> openPgp(words, mail);
        }
    }

    private void smime(MimeMultipart words, Part mail) throws MessagingException {
        var content = seal.signed() ? smimeSigned(new Settled(words)) : words;
        if (seal.encrypted()) {
            var type = "application/pkcs7-mime; name=\"smime.p7m\"; smime-type=" + sealer.smimeType();
            encrypted(mail, type, new Settled(content).content());
            mail.setHeader("Content-Transfer-Encoding", "base64");
            mail.setHeader("Content-Disposition", "attachment; filename=\"smime.p7m\"");
        } else mail.setContent(content);
    }

    private MimeMultipart smimeSigned(Settled words) throws MessagingException {
        var signature = file(signature(words), "application/pkcs7-signature", "smime.p7s");
        signature.setHeader("Content-Transfer-Encoding", "base64");
        return new MimeMultipart(
                "signed; protocol=\"application/pkcs7-signature\"; micalg=\"sha-256\"", words, signature);
    }

    private void openPgp(MimeMultipart words, Part mail) throws MessagingException {
        var settled = new Settled(words);
        mail.setContent(seal.encrypted() ? openPgpEncrypted(settled) : openPgpSigned(settled));
    }

    private MimeMultipart openPgpSigned(Settled words) throws MessagingException {
        return new MimeMultipart(
                "signed; protocol=\"application/pgp-signature\"; micalg=\"pgp-sha256\"",
                words,
                file(signature(words), "application/pgp-signature", "signature.asc"));
    }

    private MimeMultipart openPgpEncrypted(Settled words) throws MessagingException {
        var version = file("Version: 1\r\n".getBytes(US_ASCII), "application/pgp-encrypted", "version.txt");
        var message = new MimeBodyPart();
        encrypted(message, "application/octet-stream; name=\"encrypted.asc\"", words.content());
        message.setHeader("Content-Transfer-Encoding", "7bit");
        message.setHeader("Content-Disposition", "inline; filename=\"encrypted.asc\"");
        return new MimeMultipart("encrypted; protocol=\"application/pgp-encrypted\"", version, message);
    }

    private byte[] signature(Settled words) throws MessagingException {
        try {
            return sealer.signature(words.content());
        } catch (IOException e) {
            throw new MessagingException("the letter cannot be signed", e);
        }
    }

    private static MimeBodyPart file(byte[] bytes, String type, String name) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type + "; name=\"" + name + "\"")));
        part.setHeader("Content-Transfer-Encoding", "7bit");
        part.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        return part;
    }

    private void encrypted(Part part, String type, Sealer.Content content) throws MessagingException {
        part.setDataHandler(new DataHandler(new Nothing(type)) {
            @Override
            public void writeTo(OutputStream to) throws IOException {
                sealer.encrypt(content, to);
            }
        });
        part.setHeader("Content-Type", type);
    }

    /** Has a type, and is only written. */
    private record Nothing(String type) implements DataSource {
        @Override
        public InputStream getInputStream() {
            throw new UnsupportedOperationException("only to be written");
        }

        @Override
        public OutputStream getOutputStream() {
            throw new UnsupportedOperationException("only to be written");
        }

        @Override
        public String getContentType() {
            return type;
        }

        @Override
        public String getName() {
            return "";
        }
    }
}
