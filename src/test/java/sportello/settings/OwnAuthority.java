package sportello.settings;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A server's certificate for which nobody known vouches.
 *
 * @param pem what an operator pastes who vouches for it
 */
public record OwnAuthority(SSLContext context, String pem) {
    private static final String PASSWORD = "changeit";
    private static final X500Name LOCALHOST = new X500Name("CN=localhost");
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant NOT_SO_LONG_AGO = Instant.parse("2021-01-01T00:00:00Z");
    private static final Instant FAR_AHEAD = Instant.parse("2090-01-01T00:00:00Z");

    /** One for the host "localhost", and for no address; it lies in the folder as an operator would have it there. */
    public static OwnAuthority forLocalhost(Path directory) throws Exception {
        var own = keys();
        var certificate = localhost(FAR_AHEAD, LOCALHOST, own, own);
        var store = store(own, certificate);
        try (var file = Files.newOutputStream(directory.resolve("localhost.p12"))) {
            store.store(file, PASSWORD.toCharArray());
        }
        return of(store, certificate);
    }

    /** The same, signed by somebody for whom an operator vouches, but over for years. */
    public static OwnAuthority expired() throws Exception {
        var issuer = new X500Name("CN=Valle");
        var signer = keys();
        var root =
                sign(issuer, FAR_AHEAD, issuer, signer, signer, Extension.basicConstraints, new BasicConstraints(true));
        var own = keys();
        return of(store(own, localhost(NOT_SO_LONG_AGO, issuer, own, signer), root), root);
    }

    private static X509Certificate localhost(Instant until, X500Name issuer, KeyPair own, KeyPair signer)
            throws Exception {
        var names = new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost"));
        return sign(LOCALHOST, until, issuer, own, signer, Extension.subjectAlternativeName, names);
    }

    private static KeyStore store(KeyPair own, Certificate... chain) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("localhost", own.getPrivate(), PASSWORD.toCharArray(), chain);
        return store;
    }

    private static X509Certificate sign(
            X500Name subject,
            Instant until,
            X500Name issuer,
            KeyPair keys,
            KeyPair signer,
            ASN1ObjectIdentifier extension,
            ASN1Encodable value)
            throws Exception {
        var built = new JcaX509v3CertificateBuilder(
                        issuer,
                        BigInteger.valueOf(until.getEpochSecond()),
                        Date.from(LONG_AGO),
                        Date.from(until),
                        subject,
                        keys.getPublic())
                .addExtension(extension, true, value)
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate()));
        return new JcaX509CertificateConverter().getCertificate(built);
    }

    private static KeyPair keys() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static OwnAuthority of(KeyStore store, Certificate trusted) throws Exception {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        var encoder = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII));
        var pem = "-----BEGIN CERTIFICATE-----\n"
                + encoder.encodeToString(trusted.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        return new OwnAuthority(context, pem);
    }
}
