package sportello.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A certificate that was revoked is none, where its server or a list at hand says so (X34). */
class TrustTest {
    private static final String KNOWN = "javax.net.ssl.trustStore";
    private static final X500Name VALLE = new X500Name("CN=Valle");
    private static final CertificateStatus GOOD = CertificateStatus.GOOD;
    private static final CertificateStatus REVOKED = new RevokedStatus(new Date(), CRLReason.keyCompromise);

    private static KeyPair issuer;
    private static X509Certificate root;
    private static KeyPair own;
    private static X509Certificate certificate;
    private static String pem;

    @TempDir
    Path folder;

    @BeforeAll
    static void certify() throws Exception {
        issuer = OwnAuthority.keys();
        root = OwnAuthority.root(VALLE, issuer);
        own = OwnAuthority.keys();
        certificate = OwnAuthority.localhost(VALLE, own, issuer);
        pem = OwnAuthority.pem("CERTIFICATE", root.getEncoded());
    }

    @Test
    void who_is_on_no_list_is_believed() throws Exception {
        greet(server(), pem + list());
    }

    @Test
    void whom_java_knows_is_believed_and_whom_it_does_not_is_not() throws Exception {
        var server = server();
        assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(() -> greet(server, ""));
        var store = KeyStore.getInstance("JKS");
        store.load(null, null);
        store.setCertificateEntry("valle", root);
        try (var file = Files.newOutputStream(folder.resolve("known.jks"))) {
            store.store(file, "changeit".toCharArray());
        }
        System.setProperty(KNOWN, folder.resolve("known.jks").toString());
        try {
            greet(server, Trust.context(Authorities.wellKnown()).getSocketFactory(), "TLSv1.3");
        } finally {
            System.clearProperty(KNOWN);
        }
    }

    @Test
    void who_is_on_a_list_beside_the_authority_is_not() throws Exception {
        var server = server();
        assertThatExceptionOfType(SSLHandshakeException.class)
                .isThrownBy(() -> greet(server, pem + list(certificate)))
                .withStackTraceContaining("revoked by a list");
    }

    @Test
    void a_list_of_another_authority_says_nothing_of_a_certificate_with_the_same_number() throws Exception {
        var stranger = OwnAuthority.list(new X500Name("CN=Monte"), OwnAuthority.keys(), certificate);
        greet(server(), pem + OwnAuthority.pem("X509 CRL", stranger.getEncoded()));
    }

    @Test
    void an_authority_that_took_itself_back_is_none_any_more() throws Exception {
        assertThat(Trust.isReadable(pem + list(root))).isFalse();
        var other = OwnAuthority.root(new X500Name("CN=Monte"), OwnAuthority.keys());
        var both = pem + list(root) + OwnAuthority.pem("CERTIFICATE", other.getEncoded());
        assertThat(Trust.isReadable(both)).isTrue();
        var server = server();
        assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(() -> greet(server, both));
    }

    @Test
    void a_list_alone_vouches_for_nobody_and_one_that_is_cut_off_is_not_read() throws Exception {
        assertThat(Trust.isReadable(list())).isFalse();
        assertThat(Trust.isReadable(pem + list().substring(0, 100))).isFalse();
        assertThat(Trust.isReadable(pem + OwnAuthority.pem("X509 CRL", new byte[] {1, 2, 3})))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void whom_its_own_authority_calls_revoked_is_refused(String protocol) throws Exception {
        try (var stapler = new Stapler(root, issuer, REVOKED, Instant.now())) {
            var server = server();
            assertThatExceptionOfType(SSLHandshakeException.class)
                    .isThrownBy(() -> greet(server, pem, protocol))
                    .withStackTraceContaining("revoked");
        }
    }

    @Test
    void whom_it_calls_good_is_believed() throws Exception {
        try (var stapler = new Stapler(root, issuer, GOOD, Instant.now())) {
            greet(server(), pem);
            assertThat(stapler.wasAsked()).isTrue();
        }
    }

    @Test
    void an_old_word_and_a_strangers_word_change_nothing() throws Exception {
        try (var old = new Stapler(root, issuer, GOOD, Instant.now().minus(Duration.ofDays(9)))) {
            greet(server(), pem);
            assertThat(old.wasAsked()).isTrue();
        }
        var keys = OwnAuthority.keys();
        try (var stranger = new Stapler(OwnAuthority.root(VALLE, keys), keys, REVOKED, Instant.now())) {
            greet(server(), pem);
            assertThat(stranger.wasAsked()).isTrue();
        }
    }

    private static SSLContext server() throws Exception {
        return OwnAuthority.context(OwnAuthority.store(own, certificate, root));
    }

    private static String list(X509Certificate... taken) throws Exception {
        return OwnAuthority.pem(
                "X509 CRL", OwnAuthority.list(VALLE, issuer, taken).getEncoded());
    }

    private static void greet(SSLContext server, String pem) throws Exception {
        greet(server, pem, "TLSv1.3");
    }

    private static void greet(SSLContext server, String pem, String protocol) throws Exception {
        greet(server, Trust.of(pem), protocol);
    }

    private static void greet(SSLContext server, SSLSocketFactory trust, String protocol) throws Exception {
        var here = InetAddress.getLoopbackAddress();
        try (var listening = (SSLServerSocket) server.getServerSocketFactory().createServerSocket(0, 1, here)) {
            Thread.startVirtualThread(() -> answer(listening));
            try (var socket = (SSLSocket) trust.createSocket("localhost", listening.getLocalPort())) {
                socket.setEnabledProtocols(new String[] {protocol});
                socket.startHandshake();
                assertThat(socket.getInputStream().read()).isEqualTo('!');
            }
        }
    }

    private static void answer(SSLServerSocket listening) {
        try (var caller = listening.accept()) {
            caller.getOutputStream().write('!');
        } catch (Exception refused) {
            // The caller hung up, as the test expects.
        }
    }
}
