package sportello.settings;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.PKIXRevocationChecker.Option;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.stream.Stream;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Believes whom another believes, but not a server that brings its authority's word that its certificate is revoked. A word
 * that is too old or not understood changes nothing: it is the server's to bring.
 */
final class Unrevoked extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager trusting;
    private final X509ExtendedTrustManager heeding;

    /** @param heeding one by {@link #heeding}; it is only asked where a word was brought, or it would go and ask around */
    Unrevoked(X509ExtendedTrustManager trusting, X509ExtendedTrustManager heeding) {
        this.trusting = trusting;
        this.heeding = heeding;
    }

    /** The same, and heeding what a server brings. */
    static PKIXBuilderParameters heeding(PKIXBuilderParameters trusting) throws GeneralSecurityException {
        var checker =
                (PKIXRevocationChecker) CertPathBuilder.getInstance("PKIX").getRevocationChecker();
        checker.setOptions(EnumSet.of(Option.ONLY_END_ENTITY, Option.NO_FALLBACK));
        var heeding = (PKIXBuilderParameters) trusting.clone();
        heeding.addCertPathChecker(checker);
        heeding.setRevocationEnabled(true);
        return heeding;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        trusting.checkServerTrusted(chain, authType, socket);
        if (socket instanceof SSLSocket secure && bringsAWord(secure.getHandshakeSession()))
            heed(() -> heeding.checkServerTrusted(chain, authType, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        trusting.checkServerTrusted(chain, authType, engine);
        if (bringsAWord(engine.getHandshakeSession())) heed(() -> heeding.checkServerTrusted(chain, authType, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        trusting.checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        trusting.checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        trusting.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        trusting.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trusting.getAcceptedIssuers();
    }

    private static boolean bringsAWord(@Nullable SSLSession session) {
        if (!(session instanceof ExtendedSSLSession extended)) return false;
        var words = extended.getStatusResponses();
        return !words.isEmpty() && words.getFirst().length > 0;
    }

    private static void heed(Check check) throws CertificateException {
        try {
            check.run();
        } catch (CertificateException e) {
            if (isRevoked(e)) throw e;
        }
    }

    private static boolean isRevoked(Throwable problem) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause ->
                        cause instanceof CertPathValidatorException path && path.getReason() == BasicReason.REVOKED);
    }

    private interface Check {
        void run() throws CertificateException;
    }
}
