package sportello.mime;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1SequenceParser;
import org.bouncycastle.asn1.ASN1StreamParser;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfoParser;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAuthEnvelopedDataParser;
import org.bouncycastle.cms.CMSEnvelopedDataParser;
import org.bouncycastle.cms.KeyAgreeRecipientInformation;
import org.bouncycastle.cms.KeyTransRecipientInformation;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;
import sportello.mime.Encryption.Fate;
import sportello.mime.Encryption.Kind;

/** Opens what S/MIME encrypts (RFC 8551), as a stream, by the few algorithms that are good for it today. */
final class CmsEnvelope {

    /** It opens as a stream what Java's own would hold in memory until the end. */
    private static final Provider PROVIDER = new BouncyCastleProvider();

    private static final Map<ASN1ObjectIdentifier, String> ALGORITHMS = Map.of(
            NISTObjectIdentifiers.id_aes128_CBC, "AES-128",
            NISTObjectIdentifiers.id_aes192_CBC, "AES-192",
            NISTObjectIdentifiers.id_aes256_CBC, "AES-256");

    private static final Map<ASN1ObjectIdentifier, String> AUTHENTICATED = Map.of(
            NISTObjectIdentifiers.id_aes128_GCM, "AES-128",
            NISTObjectIdentifiers.id_aes192_GCM, "AES-192",
            NISTObjectIdentifiers.id_aes256_GCM, "AES-256");

    private static final Set<ASN1ObjectIdentifier> WRAPS = Set.of(
            NISTObjectIdentifiers.id_aes128_wrap,
            NISTObjectIdentifiers.id_aes192_wrap,
            NISTObjectIdentifiers.id_aes256_wrap);

    private static final Map<String, String> BROKEN = Map.of(
            "1.2.840.113549.3.7", "3DES",
            "1.2.840.113549.1.9.16.3.6", "3DES",
            "1.3.14.3.2.7", "DES",
            "1.2.840.113549.3.2", "RC2",
            "1.2.840.113549.1.9.16.3.7", "RC2",
            "1.2.840.113549.3.4", "RC4");

    private final MailKeys keys;
    private final Spool spool;

    CmsEnvelope(MailKeys keys, Spool spool) {
        this.keys = keys;
        this.spool = spool;
    }

    /** Whether its bytes are encrypted, whatever it says of itself. */
    static boolean isEnvelope(Part part) throws IOException {
        var type = type(part);
        return CMSObjectIdentifiers.envelopedData.equals(type) || CMSObjectIdentifiers.authEnvelopedData.equals(type);
    }

    /** What its bytes are, null if they are nothing of the kind. */
    static @Nullable ASN1ObjectIdentifier type(Part part) throws IOException {
        try (var bytes = new Bounded(part.open())) {
            return Damaged.unless(() -> new ASN1StreamParser(bytes).readObject() instanceof ASN1SequenceParser sequence
                    ? new ContentInfoParser(sequence).getContentType()
                    : null);
        } catch (Damaged nothing) {
            return null;
        }
    }

    Unsealed open(Part part) throws IOException {
        var authenticated = CMSObjectIdentifiers.authEnvelopedData.equals(type(part));
        try (var bytes = new Bounded(part.open())) {
            return authenticated ? authenticated(bytes) : enveloped(bytes);
        } catch (Damaged e) {
            return Unsealed.failed(Kind.SMIME, Fate.DAMAGED, "");
        }
    }

    private Unsealed enveloped(Bounded bytes) throws IOException {
        var data = Damaged.unless(() -> new CMSEnvelopedDataParser(bytes));
        var algorithm = data.getContentEncryptionAlgorithm().getAlgorithm();
        return open(bytes, algorithm, ALGORITHMS, data.getRecipientInfos().getRecipients());
    }

    private Unsealed authenticated(Bounded bytes) throws IOException {
        var data = Damaged.unless(() -> new CMSAuthEnvelopedDataParser(bytes));
        var algorithm = data.getEncryptionAlgOID().getAlgorithm();
        return open(bytes, algorithm, AUTHENTICATED, data.getRecipientInfos().getRecipients());
    }

    private Unsealed open(
            Bounded bytes,
            ASN1ObjectIdentifier algorithm,
            Map<ASN1ObjectIdentifier, String> allowed,
            Collection<RecipientInformation> recipients)
            throws IOException {
        var name = allowed.get(algorithm);
        if (name == null) return refused(algorithm);
        for (var key : keysFor(recipients)) {
            for (var recipient : recipients) {
                if (!isFor(recipient, key)) continue;
                var wrap = wrap(recipient);
                if (wrap != null && !WRAPS.contains(wrap)) return refused(wrap);
                var way = way(recipient, key.key(), AUTHENTICATED.containsKey(algorithm));
                bytes.release();
                var content =
                        Damaged.unless(() -> recipient.getContentStream(way).getContentStream());
                return Unsealed.opened(Kind.SMIME, name, key, spool.keep(Damaged.unless(content)));
            }
        }
        return Unsealed.failed(Kind.SMIME, Fate.NO_KEY, name);
    }

    private static Unsealed refused(ASN1ObjectIdentifier algorithm) {
        return Unsealed.failed(Kind.SMIME, Fate.REFUSED, BROKEN.getOrDefault(algorithm.getId(), ""));
    }

    private List<MailKey.Smime> keysFor(Collection<RecipientInformation> recipients) {
        return keys.smime(holder -> recipients.stream()
                .anyMatch(one -> isByCertificate(one) && one.getRID().match(holder)));
    }

    private static boolean isFor(RecipientInformation recipient, MailKey.Smime key) {
        return isByCertificate(recipient) && recipient.getRID().match(key.certificate());
    }

    private static boolean isByCertificate(RecipientInformation recipient) {
        return recipient instanceof KeyTransRecipientInformation || recipient instanceof KeyAgreeRecipientInformation;
    }

    /** By what the key of the mail is wrapped, where two keys agreed on one; null elsewhere. */
    private static @Nullable ASN1ObjectIdentifier wrap(RecipientInformation recipient) {
        return recipient instanceof KeyAgreeRecipientInformation agreed
                ? Damaged.unless(() -> AlgorithmIdentifier.getInstance(
                                agreed.getKeyEncryptionAlgorithm().getParameters())
                        .getAlgorithm())
                : null;
    }

    private static Recipient way(RecipientInformation recipient, PrivateKey key, boolean authenticated) {
        if (recipient instanceof KeyAgreeRecipientInformation)
            return authenticated
                    ? new JceKeyAgreeAuthEnvelopedRecipient(key).setProvider(PROVIDER)
                    : new JceKeyAgreeEnvelopedRecipient(key).setProvider(PROVIDER);
        return authenticated
                ? new JceKeyTransAuthEnvelopedRecipient(key)
                        .setProvider(PROVIDER)
                        .setKeySizeValidation(true)
                : new JceKeyTransEnvelopedRecipient(key).setProvider(PROVIDER).setKeySizeValidation(true);
    }
}
