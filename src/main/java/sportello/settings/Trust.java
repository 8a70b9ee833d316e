package sportello.settings;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Whose word on a server's identity counts: that of the well-known authorities, or of those the operator names instead. */
public final class Trust {
    /** Of the certificates that somebody names, in characters: some dozens. */
    public static final int LONGEST = 200_000;

    private Trust() {}

    /** @param pem certificates, or nothing */
    public static SSLSocketFactory of(String pem) throws GeneralSecurityException, IOException {
        return context(pem).getSocketFactory();
    }

    /** The same for who makes its connections otherwise. */
    public static SSLContext context(String pem) throws GeneralSecurityException, IOException {
        if (pem.isBlank()) return SSLContext.getDefault();
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(certificates(pem));
        var context = SSLContext.getInstance("TLS");
        context.init(null, trusted.getTrustManagers(), null);
        return context;
    }

    /** Whether there is at least one certificate in it, or nothing at all. */
    public static boolean isReadable(String pem) {
        try {
            return pem.isBlank() || pem.length() <= LONGEST && certificates(pem).size() > 0;
        } catch (GeneralSecurityException | IOException e) {
            return false;
        }
    }

    private static KeyStore certificates(String pem) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        var number = 0;
        for (var certificate : CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.strip().getBytes(US_ASCII))))
            store.setCertificateEntry("ca-" + number++, certificate);
        if (number == 0) throw new CertificateException("no certificate in it");
        return store;
    }
}
