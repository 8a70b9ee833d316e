package sportello.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import sportello.settings.Encryption;
import sportello.settings.SmtpServer;
import sportello.settings.Trust;

/**
 * How the library is to talk with a server. It looks through the whole class path for each session and each part of a
 * letter, ten milliseconds of work for one: so the sessions with a few servers stay, and the parts are told where to look.
 */
final class SmtpSessions {
    private static final Duration CONNECTING = Duration.ofSeconds(15);
    /** The longest wait for an answer; shorter ones are ended from outside. */
    private static final Duration READING = TalkTimes.USUAL.verdict();

    private static final Duration WRITING = Duration.ofSeconds(60);

    /** More servers than a house has accounts. */
    private static final int MOST = 20;

    /** The one that was not asked for longest goes. */
    private static final Map<Peer, Session> KEPT = Collections.synchronizedMap(new LinkedHashMap<>(MOST, 1, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Peer, Session> eldest) {
            return size() > MOST;
        }
    });

    static {
        System.setProperty("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
    }

    private SmtpSessions() {}

    /** @param server without what lets us in: that is said in each talk anew */
    private record Peer(SmtpServer server, String host) {}

    /** @param host what we call ourselves */
    static Session with(SmtpServer server, String host) throws MessagingException {
        var peer = new Peer(server.withoutPassword(), host);
        var kept = KEPT.get(peer);
        if (kept != null) return kept;
        var session = Session.getInstance(properties(server, host));
        KEPT.put(peer, session);
        return session;
    }

    static String protocol(SmtpServer server) {
        return server.encryption() == Encryption.TLS ? "smtps" : "smtp";
    }

    private static Properties properties(SmtpServer server, String host) throws MessagingException {
        var properties = new Properties();
        var prefix = "mail." + protocol(server) + ".";
        properties.setProperty(prefix + "localhost", host);
        properties.setProperty(prefix + "auth", Boolean.toString(server.user() != null));
        properties.setProperty(prefix + "connectiontimeout", Long.toString(CONNECTING.toMillis()));
        properties.setProperty(prefix + "timeout", Long.toString(READING.toMillis()));
        properties.setProperty(prefix + "writetimeout", Long.toString(WRITING.toMillis()));
        if (server.byToken()) properties.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
        if (server.encryption() != Encryption.NONE) encrypt(properties, prefix, server);
        return properties;
    }

    /** What is insisted on stays so even if somebody on the way hides that the server can do it. */
    private static void encrypt(Properties properties, String prefix, SmtpServer server) throws MessagingException {
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(
                prefix + "starttls.required", Boolean.toString(server.encryption() == Encryption.STARTTLS));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        try {
            properties.put(prefix + "ssl.socketFactory", Trust.of(server.ownCa()));
        } catch (GeneralSecurityException e) {
            throw new MessagingException("the certificate of the own authority cannot be read", e);
        }
    }
}
