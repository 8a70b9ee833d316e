package sportello.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A real mail server with accounts of ours, and somebody else's hands in them. */
final class MailServer implements AutoCloseable {
    static final String HERE = "127.0.0.1";
    static final String PASSWORD = "segreto-della-casella";

    private static final long PATIENCE = 20_000;

    private final AtomicInteger accounts = new AtomicInteger();
    private final GreenMail server =
            new GreenMail(new ServerSetup[] {setup(ServerSetup.PROTOCOL_IMAP), setup(ServerSetup.PROTOCOL_POP3)});
    private final Wire imap;
    private final Wire pop3;

    MailServer() throws IOException {
        server.start();
        imap = Wire.to(server.getImap().getPort());
        pop3 = Wire.to(server.getPop3().getPort());
    }

    private static ServerSetup setup(String protocol) {
        var setup = new ServerSetup(0, HERE, protocol);
        setup.setServerStartupTimeout(PATIENCE);
        return setup;
    }

    int port(Protocol protocol) {
        return (protocol == Protocol.IMAP ? imap : pop3).port();
    }

    /** An account that nobody else uses. */
    Account account() {
        var name = "casella" + accounts.incrementAndGet();
        return new Account(server.setUser(name + "@valle.example", name, PASSWORD));
    }

    @Override
    public void close() throws IOException {
        imap.close();
        pop3.close();
        server.stop();
    }

    /** What the mail server and its other users do in one account. */
    final class Account {
        private final GreenMailUser user;

        Account(GreenMailUser user) {
            this.user = user;
        }

        String name() {
            return user.getLogin();
        }

        void password(String other) {
            user.setPassword(other);
        }

        void deliver(byte[] mail) {
            try {
                user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        void deliver(String text) {
            deliver(text.getBytes(US_ASCII));
        }

        int deliver(int from, int until) {
            for (var number = from; number <= until; number++) deliver(mail(number));
            return until - from + 1;
        }

        MailFolder inbox() {
            try {
                return Objects.requireNonNull(
                        server.getManagers().getImapHostManager().getInbox(user));
            } catch (FolderException e) {
                throw new IllegalStateException(e);
            }
        }

        MailFolder folder(String name) {
            return Objects.requireNonNull(
                    server.getManagers().getImapHostManager().getFolder(user, name));
        }

        void makeFolder(String name) {
            try {
                server.getManagers().getImapHostManager().createMailbox(user, name);
            } catch (AuthorizationException | FolderException e) {
                throw new IllegalStateException(e);
            }
        }

        /** As after an old backup: mails that come now get numbers which others once had. */
        void restore(long nextUid) {
            set("nextUid", new AtomicLong(nextUid));
        }

        void renumber(long validity) {
            set("uidValidity", validity);
        }

        private void set(String field, Object value) {
            try {
                var inbox = inbox();
                var declared = inbox.getClass().getDeclaredField(field);
                declared.setAccessible(true);
                declared.set(inbox, value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static String mail(int number) {
        return """
                From: Giulia Moretti <giulia.moretti@roccalba.example>\r
                To: assistenza@valle.example\r
                Subject: Richiesta %d\r
                Message-ID: <richiesta-%d@roccalba.example>\r
                \r
                Buongiorno,\r
                . questa riga comincia con un punto\r
                .\r
                e questa e' la richiesta numero %d.\r
                """.formatted(number, number, number);
    }
}
