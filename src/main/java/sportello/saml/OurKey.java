package sportello.saml;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The key with which we sign our requests, and to which providers encrypt their answers.
 *
 * @param secret the private one (PKCS 8) in Base64
 * @param certificate of the public one, as PEM
 */
record OurKey(String secret, String certificate) {
    private static final int YEARS = 10;
    private static final int SERIAL_BITS = 120;

    /** @param host by which the world knows this house */
    static OurKey fresh(String host, Instant now, KeyStrength strength) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(strength.bits());
            var pair = generator.generateKeyPair();
            var name = new X500NameBuilder().addRDN(BCStyle.CN, host).build();
            var until = now.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant();
            var builder = new JcaX509v3CertificateBuilder(
                    name,
                    new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(0),
                    Date.from(now),
                    Date.from(until),
                    name,
                    pair.getPublic());
            var signer = new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate());
            var certificate = new JcaX509CertificateConverter().getCertificate(builder.build(signer));
            return new OurKey(
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()), Certificates.pem(certificate));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    PrivateKey open() {
        try {
            var bytes = Base64.getDecoder().decode(secret);
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "OurKey";
    }
}
