package sportello.mailkey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.smime.SMIMECapabilitiesAttribute;
import org.bouncycastle.asn1.smime.SMIMECapabilityVector;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataStreamGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;
import sportello.mail.Sealer;

/** Signs and encrypts by S/MIME (RFC 8551). AES-GCM only reads who has said so, since many programs in use do not. */
final class SmimeSealer implements Sealer {
    private static final Provider PROVIDER = new BouncyCastleProvider();

    private final HousePen.@Nullable Smime pen;
    private final @Nullable X509Certificate recipient;
    private final boolean authenticated;
    private final Instant now;

    SmimeSealer(HousePen.@Nullable Smime pen, @Nullable X509Certificate recipient, boolean authenticated, Instant now) {
        this.pen = pen;
        this.recipient = recipient;
        this.authenticated = authenticated;
        this.now = now;
    }

    @Override
    public byte[] signature(Content content) throws IOException {
        var by = Objects.requireNonNull(pen);
        var signature = new ByteArrayOutputStream();
        try {
            var generator = new CMSSignedDataStreamGenerator();
            generator.addSignerInfoGenerator(signer(by));
            generator.addCertificates(new JcaCertStore(by.certificates()));
            try (var signed = generator.open(signature, false)) {
                content.writeTo(signed);
            }
        } catch (CMSException | OperatorCreationException | GeneralSecurityException e) {
            throw new IOException(e);
        }
        return signature.toByteArray();
    }

    private SignerInfoGenerator signer(HousePen.Smime by) throws OperatorCreationException, GeneralSecurityException {
        var algorithm = by.key().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        return new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(said()))
                .build(
                        new JcaContentSignerBuilder(algorithm).build(by.key()),
                        by.certificates().getFirst());
    }

    /** When, and what we read ourselves. */
    private AttributeTable said() {
        var read = new SMIMECapabilityVector();
        read.addCapability(NISTObjectIdentifiers.id_aes256_GCM);
        read.addCapability(NISTObjectIdentifiers.id_aes128_GCM);
        read.addCapability(NISTObjectIdentifiers.id_aes256_CBC);
        read.addCapability(NISTObjectIdentifiers.id_aes128_CBC);
        var said = new ASN1EncodableVector();
        said.add(new SMIMECapabilitiesAttribute(read));
        said.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(now)))));
        return new AttributeTable(said);
    }

    @Override
    public void encrypt(Content content, OutputStream to) throws IOException {
        try (var encrypted = authenticated ? authenticated(to) : enveloped(to)) {
            content.writeTo(encrypted);
        } catch (CMSException | GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private OutputStream authenticated(OutputStream to) throws CMSException, GeneralSecurityException, IOException {
        var generator = new CMSAuthEnvelopedDataStreamGenerator();
        generator.addRecipientInfoGenerator(wrapped());
        var encryptor = new JceCMSContentEncryptorBuilder(NISTObjectIdentifiers.id_aes256_GCM)
                .setProvider(PROVIDER)
                .build();
        return generator.open(to, (OutputAEADEncryptor) encryptor);
    }

    private OutputStream enveloped(OutputStream to) throws CMSException, GeneralSecurityException, IOException {
        var generator = new CMSEnvelopedDataStreamGenerator();
        generator.addRecipientInfoGenerator(wrapped());
        return generator.open(
                to,
                new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                        .setProvider(PROVIDER)
                        .build());
    }

    private RecipientInfoGenerator wrapped() throws CMSException, GeneralSecurityException {
        var certificate = Objects.requireNonNull(recipient);
        if (!(certificate.getPublicKey() instanceof ECPublicKey curve))
            return new JceKeyTransRecipientInfoGenerator(certificate).setProvider(PROVIDER);
        var once = KeyPairGenerator.getInstance("EC");
        once.initialize(curve.getParams());
        var pair = once.generateKeyPair();
        return new JceKeyAgreeRecipientInfoGenerator(
                        CMSAlgorithm.ECDH_SHA256KDF, pair.getPrivate(), pair.getPublic(), CMSAlgorithm.AES256_WRAP)
                .addRecipient(certificate)
                .setProvider(PROVIDER);
    }

    @Override
    public String smimeType() {
        return authenticated ? "authEnveloped-data" : "enveloped-data";
    }
}
