package sportello.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A server says who it is, and somebody we trust must vouch for that. */
@Ground
class TlsTest {
    private static final String KEYSTORE_PASSWORD = "changeit";

    @TempDir
    static Path directory;

    static SSLContext localhost;
    static String pem;

    @Autowired
    MailServer server;

    @Autowired
    Errand errand;

    @BeforeAll
    static void certify() throws Exception {
        var file = directory.resolve("localhost.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var made = new ProcessBuilder(List.of(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "localhost",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        KEYSTORE_PASSWORD))
                .redirectErrorStream(true)
                .start();
        try (InputStream words = made.getInputStream()) {
            words.readAllBytes();
        }
        assertThat(made.waitFor()).isZero();
        var store = KeyStore.getInstance(file.toFile(), KEYSTORE_PASSWORD.toCharArray());
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, KEYSTORE_PASSWORD.toCharArray());
        localhost = SSLContext.getInstance("TLS");
        localhost.init(keys.getKeyManagers(), null, null);
        var encoder = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII));
        pem = "-----BEGIN CERTIFICATE-----\n"
                + encoder.encodeToString(store.getCertificate("localhost").getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        assertThat(Files.size(file)).isPositive();
    }

    @Test
    void whom_nobody_vouches_for_is_refused_and_whom_the_operator_vouches_for_is_not() throws IOException {
        for (var protocol : List.of(Protocol.IMAP, Protocol.POP3)) {
            try (var wire = Wire.to(server.port(protocol), localhost)) {
                var account = server.account();
                account.deliver(1, 2);
                var unknown = errand.mailbox(access(protocol, "localhost", wire, "", account), new Afterwards.Leave());
                var vouched = errand.mailbox(access(protocol, "localhost", wire, pem, account), new Afterwards.Leave());

                assertThat(errand.fetchIfPossible(unknown)).isFalse();
                errand.fetch(vouched);

                assertThat(errand.count(unknown)).isZero();
                assertThat(errand.count(vouched)).isEqualTo(2);
            }
        }
    }

    @Test
    void a_certificate_for_another_host_is_refused() throws IOException {
        for (var protocol : List.of(Protocol.IMAP, Protocol.POP3)) {
            try (var wire = Wire.to(server.port(protocol), localhost)) {
                var account = server.account();
                account.deliver(1, 1);
                var mailbox =
                        errand.mailbox(access(protocol, MailServer.HERE, wire, pem, account), new Afterwards.Leave());

                assertThat(errand.fetchIfPossible(mailbox)).isFalse();
                assertThat(errand.count(mailbox)).isZero();
            }
        }
    }

    /** A server, or somebody before it, that does not offer encryption gets no password. */
    @Test
    void a_server_that_hides_starttls_is_refused() throws IOException {
        for (var protocol : List.of(Protocol.IMAP, Protocol.POP3)) {
            var account = server.account();
            account.deliver(1, 1);
            var access = new Access(
                    protocol, "localhost", server.port(protocol), Security.STARTTLS, pem, account.name(), Access.INBOX);
            var mailbox = errand.mailbox(access, new Afterwards.Leave());

            assertThat(errand.fetchIfPossible(mailbox)).isFalse();
            assertThat(errand.count(mailbox)).isZero();
        }
    }

    private static Access access(Protocol protocol, String host, Wire wire, String ownCa, MailServer.Account account) {
        return new Access(protocol, host, wire.port(), Security.TLS, ownCa, account.name(), Access.INBOX);
    }
}
