package sportello.mime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** An invented authority that vouches for people. */
final class Authority {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant FAR_AWAY = Instant.parse("2046-01-01T00:00:00Z");

    private final KeyPair keys = keys();
    private final X500Name name;
    private final X509Certificate certificate;

    Authority(String name) {
        this.name = new X500Name("CN=" + name);
        this.certificate = certificate(this.name, keys, null, null, LONG_AGO, FAR_AWAY);
    }

    X509Certificate certificate() {
        return certificate;
    }

    Person person(String name, String address, Instant from, Instant to) {
        return new Person(name, address, KeyPurposeId.id_kp_emailProtection, from, to);
    }

    Person site(String address, Instant from, Instant to) {
        return new Person("www.roccalba.example", address, KeyPurposeId.id_kp_serverAuth, from, to);
    }

    /** Somebody with a key and a certificate. */
    final class Person {
        private final KeyPair own = keys();
        private final X509Certificate mine;

        private Person(String name, String address, KeyPurposeId purpose, Instant from, Instant to) {
            mine = Authority.this.certificate(new X500Name("CN=" + name), own, address, purpose, from, to);
        }

        byte[] sign(String content) {
            return sign(content, "SHA256withECDSA");
        }

        byte[] sign(String content, String algorithm) {
            return signed(content, algorithm, false);
        }

        byte[] pack(String content) {
            return signed(content, "SHA256withECDSA", true);
        }

        private byte[] signed(String content, String algorithm, boolean packed) {
            try {
                var generator = new CMSSignedDataGenerator();
                generator.addSignerInfoGenerator(
                        new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                                .build(new JcaContentSignerBuilder(algorithm).build(own.getPrivate()), mine));
                generator.addCertificates(new JcaCertStore(List.of(mine)));
                return generator
                        .generate(new CMSProcessableByteArray(content.getBytes(UTF_8)), packed)
                        .getEncoded();
            } catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private X509Certificate certificate(
            X500Name subject, KeyPair pair, String address, KeyPurposeId purpose, Instant from, Instant to) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.valueOf(System.nanoTime()),
                    Date.from(from),
                    Date.from(to),
                    subject,
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(address == null));
            if (address != null)
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.rfc822Name, address)));
            if (purpose != null) builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
