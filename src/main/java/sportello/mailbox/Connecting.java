package sportello.mailbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.util.MailLogger;
import org.springframework.stereotype.Component;
import sportello.settings.Trust;

/** Calls mail servers and logs in. A server's certificate is verified, and a password never travels in the clear. */
@Component
class Connecting {
    private static final MailLogger SILENT = new MailLogger(Connecting.class, "", false, System.err);

    private final Limits limits;

    Connecting(Limits limits) {
        this.limits = limits;
    }

    /** @param onlyLook whether nothing on the server may change, not even by accident */
    OpenBox open(Access access, Login login, boolean onlyLook, Patience patience) throws IOException {
        patience.grant(limits.command());
        try {
            return switch (access.protocol()) {
                case IMAP -> imap(access, login, onlyLook, patience);
                case POP3 -> pop3(access, login, onlyLook, patience);
                case SMTP -> throw new IOException("mail is brought there, not fetched");
            };
        } catch (ProtocolException | MessagingException | GeneralSecurityException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private OpenBox imap(Access access, Login login, boolean onlyLook, Patience patience)
            throws IOException, ProtocolException, GeneralSecurityException {
        var server = new IMAPProtocol(
                "imap",
                access.host(),
                access.port(),
                properties("mail.imap.", access),
                access.security() == Security.TLS,
                SILENT);
        try {
            if (access.security() == Security.STARTTLS) {
                server.startTLS();
                server.capability();
            }
            logIn(server, access.user(), login);
            return ImapBox.open(server, access.folder(), onlyLook, limits, patience);
        } catch (ProtocolException | RuntimeException e) {
            server.disconnect();
            throw e;
        }
    }

    /** Abilities may be others after the log-in, as with servers in front of others. */
    private static void logIn(IMAPProtocol server, String user, Login login) throws IOException, ProtocolException {
        try {
            if (login.token()) server.authoauth2(user, login.secret());
            else if (server.hasCapability("AUTH=PLAIN")) server.authplain("", user, login.secret());
            else server.login(user, login.secret());
        } catch (CommandFailedException refused) {
            throw new LoginRefused(refused);
        }
        server.capability();
    }

    private OpenBox pop3(Access access, Login login, boolean onlyLook, Patience patience)
            throws MessagingException, IOException, GeneralSecurityException {
        var properties = properties("mail.pop3.", access);
        if (login.token()) allowTokens(properties);
        var store = Session.getInstance(properties).getStore("pop3");
        try {
            store.connect(access.host(), access.port(), access.user(), login.secret());
            return PopBox.open(store, onlyLook, limits, patience);
        } catch (AuthenticationFailedException refused) {
            store.close();
            throw new LoginRefused(refused);
        } catch (MessagingException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** In two lines, the only form that Microsoft takes. */
    private static void allowTokens(Properties properties) {
        properties.setProperty("mail.pop3.auth.mechanisms", "XOAUTH2");
        properties.setProperty("mail.pop3.auth.xoauth2.two.line.authentication.format", "true");
    }

    private Properties properties(String prefix, Access access) throws GeneralSecurityException {
        var properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", milliseconds(limits.connecting()));
        properties.setProperty(prefix + "timeout", milliseconds(limits.reading()));
        properties.setProperty(prefix + "ssl.enable", Boolean.toString(access.security() == Security.TLS));
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(access.security() == Security.STARTTLS));
        properties.setProperty(prefix + "starttls.required", Boolean.toString(access.security() == Security.STARTTLS));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (access.security() != Security.NONE) properties.put(prefix + "ssl.socketFactory", Trust.of(access.ownCa()));
        return properties;
    }

    private static String milliseconds(Duration time) {
        return Long.toString(time.toMillis());
    }
}
