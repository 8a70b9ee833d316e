package sportello.saml;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sportello.base.Outcome;

/**
 * Certificates as text. Only their keys count: whoever administers the house vouches for them, and a provider's certificate may
 * have ended long ago.
 */
final class Certificates {
    private static final int SHORTEST_MODULUS = 2048;
    private static final int MOST = 8;
    private static final int LONGEST = 40_000;
    private static final Pattern HEAD = Pattern.compile("-----BEGIN CERTIFICATE-----|-----END CERTIFICATE-----");
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Certificates() {}

    /** One after the other, as PEM; what has no heads is one certificate. */
    static Outcome<String> tidy(String text) {
        if (text.length() > LONGEST) return Outcome.refused("saml.certificates");
        try {
            var all = read(text);
            if (all.stream().anyMatch(one -> one.getPublicKey() instanceof ECPublicKey))
                return Outcome.refused("saml.certificates.curve");
            var sound = all.size() <= MOST && all.stream().allMatch(Certificates::isLong);
            return sound ? Outcome.done(pem(all)) : Outcome.refused("saml.certificates");
        } catch (GeneralSecurityException | IllegalArgumentException odd) {
            return Outcome.refused("saml.certificates");
        }
    }

    static List<X509Certificate> read(String text) throws GeneralSecurityException {
        var factory = CertificateFactory.getInstance("X.509");
        var all = new ArrayList<X509Certificate>();
        for (var body : HEAD.split(text)) {
            if (body.isBlank()) continue;
            var bytes = Base64.getDecoder().decode(body.replaceAll("\\s", "").getBytes(US_ASCII));
            var one = (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes));
            if (!all.contains(one)) all.add(one);
        }
        return all;
    }

    static String pem(Collection<X509Certificate> all) {
        return all.stream().map(Certificates::pem).collect(Collectors.joining());
    }

    static String pem(X509Certificate one) {
        try {
            return "-----BEGIN CERTIFICATE-----\n" + LINES.encodeToString(one.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isLong(X509Certificate one) {
        return one.getPublicKey() instanceof RSAPublicKey key
                && key.getModulus().bitLength() >= SHORTEST_MODULUS;
    }
}
