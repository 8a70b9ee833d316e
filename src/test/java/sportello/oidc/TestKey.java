package sportello.oidc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Keys that were made once, for tests alone: to make long ones takes seconds. */
public enum TestKey {
    /** Of the house. */
    HOUSE,
    PROVIDER,
    /** Of somebody whom nobody has asked. */
    STRANGER,
    /** On a curve. */
    CURVE;

    private final String text = text();

    /** The private one (PKCS 8) in Base64. */
    public String secret() {
        return text.replaceAll("(?s).*-----BEGIN PRIVATE KEY-----(.*?)-----END PRIVATE KEY-----.*", "$1")
                .replaceAll("\\s", "");
    }

    /** As PEM. */
    public String certificate() {
        return text.substring(text.indexOf("-----BEGIN CERTIFICATE-----"));
    }

    public PrivateKey open() {
        try {
            return KeyFactory.getInstance(shown().getAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(secret())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public PublicKey shown() {
        return x509().getPublicKey();
    }

    public X509Certificate x509() {
        try (var in = new java.io.ByteArrayInputStream(certificate().getBytes(US_ASCII))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text() {
        try (var in =
                TestKey.class.getResourceAsStream("/keys/" + name().toLowerCase(java.util.Locale.ROOT) + ".pem")) {
            if (in == null) throw new IllegalStateException(name());
            return new String(in.readAllBytes(), US_ASCII);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
