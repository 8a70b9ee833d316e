package sportello.demo;

import static java.util.Comparator.comparing;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sportello.settings.SmtpServer;

/**
 * The demo's own mail server: it takes mail for every address in the world, keeps it in memory, and hands it out by IMAP
 * to whoever gives the address as user name, with any password. It listens to this machine only.
 */
class PostOffice implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostOffice.class);
    static final String HERE = "127.0.0.1";
    private static final long PATIENCE = 20_000;

    private final GreenMail post;

    /** A port that is taken gives way to a free one, so that two demos run side by side. */
    PostOffice(int smtpPort, int imapPort) {
        post = new GreenMail(new ServerSetup[] {
            setup(smtpPort, ServerSetup.PROTOCOL_SMTP), setup(imapPort, ServerSetup.PROTOCOL_IMAP)
        });
        post.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        post.start();
        LOG.info("The post office takes mail on port {} (SMTP), hands it out on {} (IMAP)", smtpPort(), imapPort());
    }

    int smtpPort() {
        return post.getSmtp().getPort();
    }

    int imapPort() {
        return post.getImap().getPort();
    }

    SmtpServer address() {
        return SmtpServer.onThisMachine(smtpPort());
    }

    /** Lets an address have a mailbox before anything came for it. */
    void open(String address) {
        if (post.getUserManager().getUserByEmail(address) == null) post.setUser(address, address, address);
    }

    /** Everything that came in, newest first. */
    List<PostedMail> mails() {
        return post.getUserManager().listUser().stream()
                .flatMap(this::mailsOf)
                .sorted(comparing(PostedMail::receivedAt)
                        .thenComparingLong(PostedMail::number)
                        .reversed())
                .toList();
    }

    /** One mail with what it says. */
    Optional<OpenedMail> open(String mailbox, long number) {
        var user = post.getUserManager().getUser(mailbox);
        if (user == null) return Optional.empty();
        return inbox(user).getMessages().stream()
                .filter(mail -> mail.getUid() == number)
                .findFirst()
                .map(mail -> MailReader.open(head(user, mail), mail.getMimeMessage()));
    }

    @Override
    public void close() {
        post.stop();
    }

    private Stream<PostedMail> mailsOf(GreenMailUser user) {
        return inbox(user).getMessages().stream().map(mail -> head(user, mail));
    }

    private static PostedMail head(GreenMailUser user, StoredMessage mail) {
        return MailReader.head(
                user.getLogin(), mail.getUid(), mail.getReceivedDate().toInstant(), mail.getMimeMessage());
    }

    private MailFolder inbox(GreenMailUser user) {
        try {
            return Objects.requireNonNull(
                    post.getManagers().getImapHostManager().getInbox(user));
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ServerSetup setup(int wanted, String protocol) {
        var setup = new ServerSetup(isFree(wanted) ? wanted : 0, HERE, protocol);
        setup.setServerStartupTimeout(PATIENCE);
        return setup;
    }

    private static boolean isFree(int port) {
        try (var door = new ServerSocket(port, 1, InetAddress.ofLiteral(HERE))) {
            return door.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
