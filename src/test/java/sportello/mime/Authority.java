package sportello.mime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.smime.SMIMECapabilitiesAttribute;
import org.bouncycastle.asn1.smime.SMIMECapabilityVector;
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
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/** An invented authority that vouches for people. */
public final class Authority {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant FAR_AWAY = Instant.parse("2046-01-01T00:00:00Z");

    private final KeyPair keys = keys();
    private final X500Name name;
    private final X509Certificate certificate;

    public Authority(String name) {
        this.name = new X500Name("CN=" + name);
        this.certificate = certificate(this.name, keys, null, null, LONG_AGO, FAR_AWAY);
    }

    private Authority(String name, Authority above) {
        this.name = new X500Name("CN=" + name);
        this.certificate = above.certificate(this.name, keys, null, null, LONG_AGO, FAR_AWAY);
    }

    /** One for which this one vouches. */
    Authority below(String name) {
        return new Authority(name, this);
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public Person person(String name, String address, Instant from, Instant to) {
        return new Person(name, address, KeyPurposeId.id_kp_emailProtection, from, to);
    }

    public Person site(String address, Instant from, Instant to) {
        return new Person("www.roccalba.example", address, KeyPurposeId.id_kp_serverAuth, from, to);
    }

    /** Those whom it vouches for. */
    Signers signers(Clock clock) {
        return new Signers(clock, () -> Set.of(new TrustAnchor(certificate, null)));
    }

    /** Somebody with a key and a certificate. */
    public final class Person {
        private final KeyPair own = keys();
        private final X509Certificate mine;
        private final String address;

        private Person(String name, String address, KeyPurposeId purpose, Instant from, Instant to) {
            this.address = address;
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

        /** It says too that AES-GCM is read. */
        byte[] signSayingWhatIsRead(String content) {
            var said = new SMIMECapabilityVector();
            said.addCapability(NISTObjectIdentifiers.id_aes256_GCM);
            return signed(content, "SHA256withECDSA", false, new SMIMECapabilitiesAttribute(said));
        }

        /** A mail by this person, as the house reads it that trusts the authority. */
        public ReadMail mail(boolean authenticated) {
            return mail(address, authenticated);
        }

        /** The same in the name of somebody else. */
        public ReadMail mailAs(String other) {
            return mail(other, false);
        }

        /** Certified mail, if this is a provider of it. */
        public ReadMail certified() {
            var data = "<postacert tipo=\"posta-certificata\"><intestazione><mittente>giulia@pec.example</mittente>"
                    + "</intestazione></postacert>";
            return mail(
                    "X-Trasporto: posta-certificata\r\nFrom: " + address,
                    "Content-Type: multipart/mixed; boundary=busta\r\n\r\n--busta\r\n"
                            + "Content-Type: application/xml; name=daticert.xml\r\n\r\n" + data + "\r\n--busta\r\n"
                            + "Content-Type: message/rfc822; name=postacert.eml\r\n\r\n"
                            + "From: giulia@pec.example\r\n\r\nBuongiorno.\r\n--busta--\r\n",
                    false);
        }

        private ReadMail mail(String sender, boolean authenticated) {
            var text = "Content-Type: text/plain; charset=utf-8\r\n\r\nBuongiorno.\r\n";
            return mail("From: " + sender, text, authenticated);
        }

        private ReadMail mail(String head, String text, boolean authenticated) {
            var mail = head + "\r\nContent-Type: multipart/signed; boundary=firma;"
                    + " protocol=\"application/pkcs7-signature\"\r\n\r\n--firma\r\n" + text
                    + "\r\n--firma\r\nContent-Type: application/pkcs7-signature\r\n"
                    + "Content-Transfer-Encoding: base64\r\n\r\n"
                    + Base64.getMimeEncoder().encodeToString(authenticated ? signSayingWhatIsRead(text) : sign(text))
                    + "\r\n--firma--\r\n";
            return TestMail.readable(signers(Clock.systemUTC()), TestMail.NO_KEYS, mail.getBytes(UTF_8));
        }

        private byte[] signed(String content, String algorithm, boolean packed) {
            return signed(content, algorithm, packed, null);
        }

        private byte[] signed(String content, String algorithm, boolean packed, @Nullable Attribute said) {
            try {
                var generator = new CMSSignedDataGenerator();
                var attributes = new ASN1EncodableVector();
                if (said != null) attributes.add(said);
                generator.addSignerInfoGenerator(
                        new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                                .setSignedAttributeGenerator(
                                        new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
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
