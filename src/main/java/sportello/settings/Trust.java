package sportello.settings;

import java.security.GeneralSecurityException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whose word on a server's identity counts: that of the well-known authorities, or of those the operator names instead. A
 * certificate that was revoked is none, where somebody says so: the server itself (a stapled OCSP response, RFC 6066 and
 * 8446) or a list of revoked certificates (RFC 5280) that the operator adds. Nobody else is asked.
 */
public final class Trust {
    /** Of the certificates that somebody names, in characters: some dozens. */
    public static final int LONGEST = 200_000;

    /** A server that was believed is believed again without its certificate, but no longer than this. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private static @Nullable SSLContext wellKnown;

    private Trust() {}

    /** @param pem certificates of authorities and their lists of revoked ones, or nothing */
    public static SSLSocketFactory of(String pem) throws GeneralSecurityException {
        return context(pem).getSocketFactory();
    }

    /** The same for who makes its connections otherwise. */
    public static SSLContext context(String pem) throws GeneralSecurityException {
        return pem.isBlank() ? wellKnown() : context(Authorities.of(pem));
    }

    /** The same for who asks those only whom the well-known authorities vouch for. */
    public static synchronized SSLContext wellKnown() {
        try {
            if (wellKnown == null) {
                var authorities = Authorities.wellKnown();
                wellKnown = authorities.anchors().isEmpty() ? SSLContext.getDefault() : context(authorities);
            }
            return wellKnown;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java makes no connections", e);
        }
    }

    /** Those whom this Java, or who runs it, believes. */
    public static Set<TrustAnchor> wellKnownAuthorities() {
        try {
            return Authorities.wellKnown().anchors();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has no certificate authorities", e);
        }
    }

    /** Whether there is at least one certificate in it that is not revoked, or nothing at all. */
    public static boolean isReadable(String pem) {
        try {
            return pem.isBlank()
                    || pem.length() <= LONGEST && !Authorities.of(pem).anchors().isEmpty();
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    static SSLContext context(Authorities authorities) throws GeneralSecurityException {
        var trusting = new PKIXBuilderParameters(authorities.anchors(), null);
        trusting.addCertPathChecker(new Withdrawn(authorities.withdrawn()));
        trusting.setRevocationEnabled(false);
        var context = SSLContext.getInstance("TLS");
        context.init(
                null,
                new TrustManager[] {new Unrevoked(manager(trusting), manager(Unrevoked.heeding(trusting)))},
                null);
        context.getClientSessionContext().setSessionTimeout((int) REMEMBERED.toSeconds());
        return context;
    }

    private static X509ExtendedTrustManager manager(PKIXBuilderParameters parameters) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(new CertPathTrustManagerParameters(parameters));
        return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    }
}
