package sportello.settings;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CRL;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Who vouches for servers, and for whom they do no longer.
 *
 * @param anchors without those that a list calls revoked
 */
record Authorities(Set<TrustAnchor> anchors, Collection<? extends CRL> withdrawn) {
    private static final Pattern LIST = Pattern.compile("-----BEGIN X509 CRL-----[^-]*-----END X509 CRL-----");

    /** @throws GeneralSecurityException where it is not understood, or holds no certificate */
    static Authorities of(String pem) throws GeneralSecurityException {
        var factory = CertificateFactory.getInstance("X.509");
        var lists = LIST.matcher(pem).results().map(MatchResult::group).collect(joining("\n"));
        var withdrawn = factory.generateCRLs(bytes(lists));
        var rest = LIST.matcher(pem).replaceAll("").strip();
        if (rest.contains("X509 CRL")) throw new CertificateException("a list in it is not whole");
        var certificates = factory.generateCertificates(bytes(rest));
        if (certificates.isEmpty()) throw new CertificateException("no certificate in it");
        return new Authorities(
                anchors(certificates.stream().filter(authority -> !isRevoked(authority, withdrawn))), withdrawn);
    }

    /** Those that this Java, or who runs it, believes. */
    static Authorities wellKnown() throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance("PKIX");
        factory.init((KeyStore) null);
        var manager = (X509TrustManager) factory.getTrustManagers()[0];
        return new Authorities(anchors(Stream.of(manager.getAcceptedIssuers())), List.of());
    }

    static boolean isRevoked(Certificate certificate, Collection<? extends CRL> withdrawn) {
        return withdrawn.stream().anyMatch(list -> list.isRevoked(certificate));
    }

    private static Set<TrustAnchor> anchors(Stream<? extends Certificate> certificates) {
        return certificates
                .map(authority -> new TrustAnchor((X509Certificate) authority, null))
                .collect(toUnmodifiableSet());
    }

    private static InputStream bytes(String pem) {
        return new ByteArrayInputStream(pem.getBytes(US_ASCII));
    }
}
