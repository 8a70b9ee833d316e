package sportello.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import sportello.settings.SmtpServer;
import sportello.storage.Hash;

/** One talk with a mail server about one letter; it always ends, and ends with a reply. */
final class SmtpConversation {

    /** Nobody: what cannot be delivered does not come back (RFC 5321, 4.5.5). */
    private static final String NULL_SENDER = "<>";

    /** How often the watch is looked at. */
    private static final Duration LOOK = Duration.ofMillis(200);

    private final SmtpServer server;
    private final String host;
    private final TalkTimes times;
    private final Function<Hash, InputStream> bytes;

    SmtpConversation(SmtpServer server, String host, Function<Hash, InputStream> bytes) {
        this(server, host, TalkTimes.USUAL, bytes);
    }

    /** @param bytes where the files that go along with a letter are read */
    SmtpConversation(SmtpServer server, String host, TalkTimes times, Function<Hash, InputStream> bytes) {
        this.server = server;
        this.host = host;
        this.times = times;
        this.bytes = bytes;
    }

    /** Neither signed nor encrypted. */
    Reply deliver(StoredLetter letter, Company company) {
        return deliver(letter, company, null);
    }

    /** The talk has a thread of its own: interrupting a virtual thread closes its socket, even one that drips. */
    Reply deliver(StoredLetter letter, Company company, @Nullable Sealer sealer) {
        var watch = new TalkWatch(times.of(letter.letter()));
        var talk = new FutureTask<>(() -> talk(letter, company, sealer, watch));
        var thread =
                Thread.ofVirtual().name("smtp-letter-" + letter.id().value()).start(talk);
        try {
            while (!thread.join(LOOK)) if (watch.isOver()) thread.interrupt();
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

    private Reply talk(StoredLetter letter, Company company, @Nullable Sealer sealer, TalkWatch watch)
            throws MessagingException {
        var sender = sender(letter.letter(), company);
        var session = SmtpSessions.with(server, host);
        var mail = LetterMime.of(letter, company, sender, session, bytes, sealer);
        mail.setEnvelopeFrom(letter.letter().autoReplied() ? NULL_SENDER : sender.address());
        var transport = new LetterTransport(session, SmtpSessions.protocol(server), times, watch);
        try {
            watch.allow(times.answer());
            transport.connect(server.host(), server.port(), server.user(), server.password());
        } catch (MessagingException e) {
            return SmtpReplies.atTheDoor(e);
        }
        try {
            transport.sendMessage(mail, new InternetAddress[] {
                new InternetAddress(letter.letter().to().address())
            });
            return new Reply.Accepted(SmtpReplies.clean(transport.getLastServerResponse()));
        } catch (MessagingException e) {
            var reply = SmtpReplies.of(e);
            return transport.isUnheard() ? new Reply.Unheard(reply.answer()) : reply;
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
}
