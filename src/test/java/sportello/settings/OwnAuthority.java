package sportello.settings;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509CRL;
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
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A server's certificate for which nobody known vouches.
 *
 * @param pem what an operator pastes who vouches for it
 */
public record OwnAuthority(SSLContext context, String pem) {
    private static final String PASSWORD = "changeit";
    private static final SecureRandom NUMBERS = new SecureRandom();
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
        var root = root(issuer, signer);
        var own = keys();
        return of(store(own, localhost(NOT_SO_LONG_AGO, issuer, own, signer), root), root);
    }

    /** The same, of its time, and revoked by the list that lies with its issuer. */
    public static OwnAuthority revoked() throws Exception {
        var issuer = new X500Name("CN=Valle");
        var signer = keys();
        var root = root(issuer, signer);
        var own = keys();
        var certificate = localhost(FAR_AHEAD, issuer, own, signer);
        var list = list(issuer, signer, certificate);
        var revoked = of(store(own, certificate, root), root);
        return new OwnAuthority(revoked.context, revoked.pem + pem("X509 CRL", list.getEncoded()));
    }

    /** What an issuer says of certificates it takes back. */
    static X509CRL list(X500Name issuer, KeyPair signer, X509Certificate... taken) throws Exception {
        var list = new X509v2CRLBuilder(issuer, Date.from(LONG_AGO));
        for (var certificate : taken)
            list.addCRLEntry(certificate.getSerialNumber(), Date.from(NOT_SO_LONG_AGO), CRLReason.keyCompromise);
        return new JcaX509CRLConverter().getCRL(list.build(signer(signer)));
    }

    static String pem(String kind, byte[] content) {
        var encoder = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII));
        return "-----BEGIN " + kind + "-----\n" + encoder.encodeToString(content) + "\n-----END " + kind + "-----\n";
    }

    static X509Certificate root(X500Name name, KeyPair keys) throws Exception {
        return sign(name, FAR_AHEAD, name, keys, keys, Extension.basicConstraints, new BasicConstraints(true));
    }

    static X509Certificate localhost(X500Name issuer, KeyPair own, KeyPair signer) throws Exception {
        return localhost(FAR_AHEAD, issuer, own, signer);
    }

    private static X509Certificate localhost(Instant until, X500Name issuer, KeyPair own, KeyPair signer)
            throws Exception {
        var names = new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost"));
        return sign(LOCALHOST, until, issuer, own, signer, Extension.subjectAlternativeName, names);
    }

    static KeyStore store(KeyPair own, Certificate... chain) throws Exception {
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
                        new BigInteger(64, NUMBERS),
                        Date.from(LONG_AGO),
                        Date.from(until),
                        subject,
                        keys.getPublic())
                .addExtension(extension, true, value)
                .build(signer(signer));
        return new JcaX509CertificateConverter().getCertificate(built);
    }

    static ContentSigner signer(KeyPair keys) throws Exception {
        return new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
    }

    static KeyPair keys() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static OwnAuthority of(KeyStore store, Certificate trusted) throws Exception {
        return new OwnAuthority(context(store), pem("CERTIFICATE", trusted.getEncoded()));
    }

    static SSLContext context(KeyStore store) throws Exception {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
