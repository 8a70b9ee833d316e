package sportello.mime;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Locale;

/** Whether what vouches for somebody can be forged today. */
public final class Strength {
    private Strength() {}

    /** By how it was signed, or by its key. */
    public static boolean isWeak(X509Certificate certificate) {
        var algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        if (algorithm.startsWith("MD") || algorithm.startsWith("SHA1")) return true;
        return isWeak(certificate.getPublicKey());
    }

    private static boolean isWeak(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) return rsa.getModulus().bitLength() < 2_000;
        if (key instanceof ECPublicKey curve)
            return curve.getParams().getOrder().bitLength() < 220;
        return key.getAlgorithm().equals("DSA");
    }
}
