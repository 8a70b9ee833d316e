package sportello.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import sportello.settings.OldTls;
import sportello.settings.OwnAuthority;

/** A server says who it is, and somebody we trust must vouch for that. */
@Ground
class TlsTest {
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
        var authority = OwnAuthority.forLocalhost(directory);
        localhost = authority.context();
        pem = authority.pem();
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

    @Test
    void a_certificate_that_has_expired_is_refused() throws Exception {
        refuses(OwnAuthority.expired());
    }

    @Test
    void a_certificate_that_was_revoked_is_refused() throws Exception {
        refuses(OwnAuthority.revoked());
    }

    private void refuses(OwnAuthority authority) throws Exception {
        for (var protocol : List.of(Protocol.IMAP, Protocol.POP3)) {
            try (var wire = Wire.to(server.port(protocol), authority.context())) {
                var account = server.account();
                account.deliver(1, 1);
                var mailbox = errand.mailbox(
                        access(protocol, "localhost", wire.port(), authority.pem(), account), new Afterwards.Leave());

                assertThat(errand.fetchIfPossible(mailbox)).isFalse();
                assertThat(errand.count(mailbox)).isZero();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {OldTls.TLS_1_0, OldTls.TLS_1_1})
    void a_server_that_speaks_only_an_old_tls_is_refused(int version) throws Exception {
        for (var protocol : List.of(Protocol.IMAP, Protocol.POP3)) {
            try (var old = OldTls.speaking(version)) {
                var mailbox = errand.mailbox(
                        access(protocol, "localhost", old.port(), pem, server.account()), new Afterwards.Leave());

                assertThat(errand.fetchIfPossible(mailbox)).isFalse();
                assertThat(old.alert()).isEqualTo(OldTls.PROTOCOL_VERSION);
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
        return access(protocol, host, wire.port(), ownCa, account);
    }

    private static Access access(Protocol protocol, String host, int port, String ownCa, MailServer.Account account) {
        return new Access(protocol, host, port, Security.TLS, ownCa, account.name(), Access.INBOX);
    }
}
