package sportello.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import sportello.settings.Encryption;
import sportello.settings.SmtpServer;
import sportello.settings.Trust;
import sportello.storage.Hash;

/** One talk with a mail server about one letter; it always ends, and ends with a reply. */
final class SmtpConversation {

    /** Nobody: what cannot be delivered does not come back (RFC 5321, 4.5.5). */
    private static final String NULL_SENDER = "<>";

    private static final Duration CONNECTING = Duration.ofSeconds(15);
    private static final Duration READING = Duration.ofSeconds(60);
    private static final Duration WRITING = Duration.ofSeconds(60);
    /** Less than a claim lasts, so that nobody else begins while we still talk. */
    private static final Duration ALTOGETHER = Duration.ofMinutes(5);

    private final SmtpServer server;
    private final String host;
    private final Duration limit;
    private final Function<Hash, InputStream> bytes;

    SmtpConversation(SmtpServer server, String host, Function<Hash, InputStream> bytes) {
        this(server, host, ALTOGETHER, bytes);
    }

    /** @param bytes where the files that go along with a letter are read */
    SmtpConversation(SmtpServer server, String host, Duration limit, Function<Hash, InputStream> bytes) {
        this.server = server;
        this.host = host;
        this.limit = limit;
        this.bytes = bytes;
    }

    /** The talk has a thread of its own: interrupting a virtual thread closes its socket, even one that drips. */
    Reply deliver(StoredLetter letter, Company company) {
        var talk = new FutureTask<>(() -> talk(letter, company));
        var thread =
                Thread.ofVirtual().name("smtp-letter-" + letter.id().value()).start(talk);
        try {
            if (!thread.join(limit)) thread.interrupt();
        } catch (InterruptedException stopping) {
            thread.interrupt(); // our own mark stays clear: the reply has yet to be written down
        }
        return replyOf(talk);
    }

    private static Reply replyOf(FutureTask<Reply> talk) {
        try {
            return talk.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the mail could not be written", e);
        }
    }

    private Reply talk(StoredLetter letter, Company company) throws MessagingException {
        var sender = sender(letter.letter(), company);
        var session = Session.getInstance(properties(letter.letter().autoReplied() ? NULL_SENDER : sender.address()));
        var mail = LetterMime.of(letter, company, sender, session, bytes);
        var transport = (SMTPTransport) session.getTransport(protocol());
        try {
            transport.connect(server.host(), server.port(), server.user(), server.password());
            transport.sendMessage(mail, new InternetAddress[] {
                new InternetAddress(letter.letter().to().address())
            });
            return new Reply.Accepted(SmtpReplies.clean(transport.getLastServerResponse()));
        } catch (MessagingException e) {
            return SmtpReplies.of(e);
        } finally {
            farewell(transport);
        }
    }

    private Recipient sender(Letter letter, Company company) {
        var own = letter.sender();
        if (own != null) return own.name().isEmpty() ? new Recipient(company.name(), own.address()) : own;
        return Recipient.of(company.name(), company.email())
                .orElseGet(() -> new Recipient(company.name(), "sportello@" + host));
    }

    /** How the talk ends after the server's answer does not matter any more. */
    private static void farewell(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException alreadyGone) {
            // the answer stands
        }
    }

    private Properties properties(String sender) throws MessagingException {
        var properties = new Properties();
        var prefix = "mail." + protocol() + ".";
        properties.setProperty(prefix + "from", sender);
        properties.setProperty(prefix + "localhost", host);
        properties.setProperty(prefix + "auth", Boolean.toString(server.user() != null));
        properties.setProperty(prefix + "connectiontimeout", Long.toString(CONNECTING.toMillis()));
        properties.setProperty(prefix + "timeout", Long.toString(READING.toMillis()));
        properties.setProperty(prefix + "writetimeout", Long.toString(WRITING.toMillis()));
        if (server.byToken()) properties.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
        if (server.encryption() != Encryption.NONE) encrypt(properties, prefix);
        return properties;
    }

    /** What is insisted on stays so even if somebody on the way hides that the server can do it. */
    private void encrypt(Properties properties, String prefix) throws MessagingException {
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(
                prefix + "starttls.required", Boolean.toString(server.encryption() == Encryption.STARTTLS));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        try {
            properties.put(prefix + "ssl.socketFactory", Trust.of(server.ownCa()));
        } catch (GeneralSecurityException | IOException e) {
            throw new MessagingException("the certificate of the own authority cannot be read", e);
        }
    }

    private String protocol() {
        return server.encryption() == Encryption.TLS ? "smtps" : "smtp";
    }
}
