package sportello.mime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.Certificate;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.Features;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSCompressedDataGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.ZlibCompressor;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openpgp.PGPCompressedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPKeyPair;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/** Makes keys of both kinds for an address, and mails that only they open. */
public final class Locksmith {
    private static final Provider PROVIDER = new BouncyCastleProvider();
    private static final char[] PASSPHRASE = "segreta".toCharArray();

    static {
        // programs turn a password ten thousand times for a file; no test is about how long that takes
        for (var turned : List.of("mac", "certPbe", "keyPbe"))
            System.setProperty("keystore.pkcs12." + turned + "IterationCount", "100");
    }

    /** How a message of OpenPGP is protected. */
    public enum Seal {
        WHOLE,
        AUTHENTICATED,
        NONE
    }

    private final KeyPair pair;
    private final X509Certificate certificate;
    private final Supplier<PGPSecretKeyRing> ring;
    private final BcPGPDigestCalculatorProvider digests = new BcPGPDigestCalculatorProvider();

    private Locksmith(String address, String algorithm, Instant from, Instant until) {
        this(address, algorithm, from, until, 0);
    }

    private Locksmith(String address, String algorithm, Instant from, Instant until, int usage) {
        try {
            pair = pair(algorithm);
            certificate = certificate(address, from, until, usage);
            ring = SingletonSupplier.of(() -> ring(address, from, from, until));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Locksmith(Locksmith before, String address, Instant from, Instant signed, Instant until) {
        pair = before.pair;
        certificate = before.certificate;
        ring = SingletonSupplier.of(() -> ring(address, from, signed, until));
    }

    /**
     * The same keys of OpenPGP, of which their owner says at another time until when they are good.
     *
     * @param from as they were made
     */
    public Locksmith renewed(String address, Instant from, Instant signed, Instant until) {
        return new Locksmith(this, address, from, signed, until);
    }

    /** With keys of RSA. */
    public static Locksmith of(String address, Instant from, Instant until) {
        return new Locksmith(address, "RSA", from, until);
    }

    /** With a certificate on a curve. */
    public static Locksmith onCurve(String address, Instant from, Instant until) {
        return new Locksmith(address, "EC", from, until);
    }

    /**
     * With a certificate on a curve that may be used for this alone.
     *
     * @param usage as {@link KeyUsage} has it
     */
    public static Locksmith onlyFor(int usage, String address, Instant from, Instant until) {
        return new Locksmith(address, "EC", from, until, usage);
    }

    /** With keys that can be broken. */
    public static Locksmith weak(String address, Instant from, Instant until) {
        return new Locksmith(address, "WEAK", from, until);
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** The same as text. */
    public String pem() {
        try {
            return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    PrivateKey key() {
        return pair.getPrivate();
    }

    /** As mail programs hand it out. */
    public byte[] pkcs12(String password) {
        return pkcs12(
                password,
                store -> store.setKeyEntry(
                        "posta", pair.getPrivate(), password.toCharArray(), new Certificate[] {certificate}));
    }

    /** A file with a certificate and no key. */
    public byte[] pkcs12WithoutKey(String password) {
        return pkcs12(password, store -> store.setCertificateEntry("posta", certificate));
    }

    private interface Entry {
        void put(KeyStore store) throws GeneralSecurityException;
    }

    private static byte[] pkcs12(String password, Entry entry) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            entry.put(store);
            var out = new ByteArrayOutputStream();
            store.store(out, password.toCharArray());
            return out.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The secret key of OpenPGP, which the passphrase {@code segreta} opens. */
    public String armoured() throws IOException {
        return armoured(ring.get().getEncoded());
    }

    /** Of OpenPGP. */
    public PGPPublicKey openPgpKey(long number) {
        return ring.get().getPublicKey(number);
    }

    public String armouredPublicKey() throws IOException {
        return armoured(ring.get().toCertificate().getEncoded());
    }

    /** These keys and no others. */
    public MailKeys keys() {
        return keysKnowing();
    }

    /** As others know it by an address. */
    public KnownPgpKey knownAs(String address) {
        return new KnownPgpKey(address, "Giulia Moretti", ring.get().toCertificate());
    }

    /** These keys, and public ones of others. */
    public MailKeys keysKnowing(KnownPgpKey... others) {
        var smime = new MailKey.Smime("smime", holder(), pair.getPrivate());
        var openPgp = StreamSupport.stream(ring.get().spliterator(), false)
                .map(secret -> {
                    try {
                        return new MailKey.OpenPgp(
                                "openpgp",
                                secret.extractPrivateKey(
                                        new BcPBESecretKeyDecryptorBuilder(digests).build(PASSPHRASE)));
                    } catch (PGPException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
        return new MailKeys() {
            @Override
            public Set<TrustAnchor> pecAuthorities() {
                return Set.of();
            }

            @Override
            public List<MailKey.Smime> smime(Predicate<X509CertificateHolder> fits) {
                return fits.test(smime.certificate()) ? List.of(smime) : List.of();
            }

            @Override
            public List<MailKey.OpenPgp> openPgp(LongPredicate fits) {
                return openPgp.stream()
                        .filter(one -> fits.test(one.key().getKeyID()))
                        .toList();
            }

            @Override
            public List<KnownPgpKey> known(long number) {
                return Stream.of(others)
                        .filter(one -> one.keys().getPublicKey(number) != null)
                        .toList();
            }
        };
    }

    private X509CertificateHolder holder() {
        try {
            return new JcaX509CertificateHolder(certificate);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By S/MIME, as most programs do it. */
    public byte[] sealed(String content) {
        return sealed(content.getBytes(UTF_8), CMSAlgorithm.AES256_CBC);
    }

    byte[] sealed(byte[] content, ASN1ObjectIdentifier algorithm) {
        try {
            var generator = new CMSEnvelopedDataGenerator();
            generator.addRecipientInfoGenerator(recipient());
            return generator
                    .generate(
                            new CMSProcessableByteArray(content),
                            new JceCMSContentEncryptorBuilder(algorithm)
                                    .setProvider(PROVIDER)
                                    .build())
                    .getEncoded();
        } catch (CMSException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] authenticated(byte[] content) {
        try {
            var generator = new CMSAuthEnvelopedDataGenerator();
            generator.addRecipientInfoGenerator(recipient());
            var encryptor = new JceCMSContentEncryptorBuilder(NISTObjectIdentifiers.id_aes256_GCM)
                    .setProvider(PROVIDER)
                    .build();
            return generator
                    .generate(new CMSProcessableByteArray(content), (OutputAEADEncryptor) encryptor)
                    .getEncoded();
        } catch (CMSException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private RecipientInfoGenerator recipient() throws GeneralSecurityException, CMSException {
        if (pair.getPrivate().getAlgorithm().equals("RSA"))
            return new JceKeyTransRecipientInfoGenerator(certificate).setProvider(PROVIDER);
        var once = pair("EC");
        return new JceKeyAgreeRecipientInfoGenerator(
                        CMSAlgorithm.ECDH_SHA256KDF, once.getPrivate(), once.getPublic(), CMSAlgorithm.AES256_WRAP)
                .addRecipient(certificate)
                .setProvider(PROVIDER);
    }

    static byte[] compressed(byte[] content) {
        try {
            return new CMSCompressedDataGenerator()
                    .generate(new CMSProcessableByteArray(content), new ZlibCompressor())
                    .getEncoded();
        } catch (CMSException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A signature beside what it signs, in armour. */
    String pgpSignature(String content, int digest) {
        try {
            var signing = signing(PGPSignature.BINARY_DOCUMENT, digest);
            signing.update(content.getBytes(UTF_8));
            return armoured(signing.generate().getEncoded());
        } catch (PGPException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A text that everybody can read. */
    String pgpSignedText(String text) {
        try {
            var signing = signing(PGPSignature.CANONICAL_TEXT_DOCUMENT, HashAlgorithmTags.SHA256);
            signing.update(text.replaceAll("[ \\t]+(?=\\r?\\n|$)", "").getBytes(UTF_8));
            return "-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\n"
                    + text.replaceAll("(?m)^-", "- -") + "\r\n"
                    + armoured(signing.generate().getEncoded()).replace("\n", "\r\n");
        } catch (PGPException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private PGPSignatureGenerator signing(int type, int digest) throws PGPException {
        var secret = ring.get().getSecretKey();
        var signing = new PGPSignatureGenerator(
                new BcPGPContentSignerBuilder(PublicKeyAlgorithmTags.RSA_GENERAL, digest), secret.getPublicKey());
        signing.init(type, secret.extractPrivateKey(new BcPBESecretKeyDecryptorBuilder(digests).build(PASSPHRASE)));
        return signing;
    }

    /** What somebody signs and encrypts for this one in one message. */
    String pgpBy(Locksmith author, String content, boolean altered) {
        return pgpBy(author, content, altered ? content + "altro" : content);
    }

    /** The same whose signature was announced and does not come. */
    String pgpAnnouncedBy(Locksmith author, String content) {
        return pgpBy(author, content, null);
    }

    private String pgpBy(Locksmith author, String content, @Nullable String signed) {
        var out = new ByteArrayOutputStream();
        try {
            var signing = author.signing(PGPSignature.BINARY_DOCUMENT, HashAlgorithmTags.SHA256);
            var generator = new PGPEncryptedDataGenerator(
                    new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256).setWithIntegrityPacket(true));
            generator.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(encryptionKey()));
            try (var sealed = generator.open(out, new byte[1 << 12]);
                    var packed = new PGPCompressedDataGenerator(PGPCompressedDataGenerator.ZLIB).open(sealed)) {
                signing.generateOnePassVersion(false).encode(packed);
                var bytes = content.getBytes(UTF_8);
                try (var said = new PGPLiteralDataGenerator()
                        .open(packed, PGPLiteralData.BINARY, "", bytes.length, new Date(0))) {
                    said.write(bytes);
                }
                if (signed != null) {
                    signing.update(signed.getBytes(UTF_8));
                    signing.generate().encode(packed);
                }
            }
        } catch (PGPException | IOException e) {
            throw new IllegalStateException(e);
        }
        return armoured(out.toByteArray());
    }

    /** By OpenPGP, as most programs do it. */
    public String pgp(String content) {
        return pgp(content.getBytes(UTF_8), SymmetricKeyAlgorithmTags.AES_256, Seal.WHOLE);
    }

    String pgp(byte[] content, int algorithm, Seal seal) {
        return armoured(raw(content, algorithm, seal));
    }

    byte[] raw(byte[] content, int algorithm, Seal seal) {
        try {
            var builder = new BcPGPDataEncryptorBuilder(algorithm).setWithIntegrityPacket(seal == Seal.WHOLE);
            if (seal == Seal.AUTHENTICATED)
                builder.setUseV5AEAD().setWithAEAD(org.bouncycastle.bcpg.AEADAlgorithmTags.OCB, 6);
            var generator = new PGPEncryptedDataGenerator(builder);
            generator.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(encryptionKey()));
            var out = new ByteArrayOutputStream();
            try (var sealed = generator.open(out, new byte[1 << 12])) {
                compressed(sealed, content);
            }
            return out.toByteArray();
        } catch (PGPException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void compressed(OutputStream out, byte[] content) throws IOException, PGPException {
        var compressing = new PGPCompressedDataGenerator(PGPCompressedDataGenerator.ZLIB);
        try (var packed = compressing.open(out, new byte[1 << 12])) {
            var literal = new PGPLiteralDataGenerator();
            try (var said = literal.open(packed, PGPLiteralData.BINARY, "", new Date(0), new byte[1 << 12])) {
                said.write(content);
            }
        }
    }

    private PGPPublicKey encryptionKey() {
        return StreamSupport.stream(ring.get().toCertificate().spliterator(), false)
                .filter(key -> !key.isMasterKey())
                .findFirst()
                .orElseThrow();
    }

    private static String armoured(byte[] packets) {
        var out = new ByteArrayOutputStream();
        try (var armour = ArmoredOutputStream.builder().build(out)) {
            armour.write(packets);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString(UTF_8);
    }

    private X509Certificate certificate(String address, Instant from, Instant until, int usage)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        var name = new X500Name("CN=Assistenza");
        var builder = new JcaX509v3CertificateBuilder(
                name, BigInteger.valueOf(System.nanoTime()), Date.from(from), Date.from(until), name, pair.getPublic());
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.rfc822Name, address)));
        if (usage != 0) builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        var algorithm = pair.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate())));
    }

    private PGPSecretKeyRing ring(String address, Instant from, Instant signed, Instant until) {
        try {
            return made(address, from, signed, until);
        } catch (PGPException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private PGPSecretKeyRing made(String address, Instant from, Instant signed, Instant until)
            throws PGPException, GeneralSecurityException {
        var rsa = pair.getPrivate().getAlgorithm().equals("RSA") ? pair : pair("RSA");
        var master =
                new JcaPGPKeyPair(PublicKeyPacket.VERSION_4, PublicKeyAlgorithmTags.RSA_GENERAL, rsa, Date.from(from));
        var below = new JcaPGPKeyPair(
                PublicKeyPacket.VERSION_4, PublicKeyAlgorithmTags.RSA_GENERAL, rsa, Date.from(from.plusSeconds(1)));
        var said = new PGPSignatureSubpacketGenerator();
        said.setKeyExpirationTime(true, until.getEpochSecond() - from.getEpochSecond());
        said.setSignatureCreationTime(true, Date.from(signed));
        said.setPreferredSymmetricAlgorithms(false, new int[] {SymmetricKeyAlgorithmTags.AES_256});
        said.setPreferredHashAlgorithms(false, new int[] {HashAlgorithmTags.SHA256});
        said.setFeature(false, Features.FEATURE_MODIFICATION_DETECTION);
        said.setKeyFlags(true, KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA);
        var use = new PGPSignatureSubpacketGenerator();
        use.setSignatureCreationTime(true, Date.from(from.plusSeconds(1)));
        use.setKeyFlags(true, KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE);
        var generator = new PGPKeyRingGenerator(
                PGPSignature.POSITIVE_CERTIFICATION,
                master,
                "Assistenza <" + address + ">",
                digests.get(HashAlgorithmTags.SHA1),
                said.generate(),
                null,
                new BcPGPContentSignerBuilder(PublicKeyAlgorithmTags.RSA_GENERAL, HashAlgorithmTags.SHA256),
                new BcPBESecretKeyEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256).build(PASSPHRASE));
        generator.addSubKey(below, use.generate(), null);
        return generator.generateSecretKeyRing();
    }

    private static KeyPair pair(String algorithm) throws GeneralSecurityException {
        return switch (algorithm) {
            case "EC" -> pair("EC", 256);
            case "WEAK" -> pair("RSA", 1024);
            default -> ReadyKeys.next();
        };
    }

    private static KeyPair pair(String algorithm, int bits) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }
}
