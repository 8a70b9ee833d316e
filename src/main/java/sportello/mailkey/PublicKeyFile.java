package sportello.mailkey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import sportello.base.Outcome;
import sportello.mime.Encryption;
import sportello.mime.SignerName;
import sportello.mime.Strength;

/** A public key as somebody brings it: an X.509 certificate, or public keys of OpenPGP; of several the first. */
final class PublicKeyFile {
    private static final int KEY_ENCIPHERMENT = 2;
    private static final int KEY_AGREEMENT = 4;
    private static final Set<String> ANY_MAIL = Set.of("1.3.6.1.5.5.7.3.4", "2.5.29.37.0");

    private PublicKeyFile() {}

    /** Refused if nobody should encrypt by it today. */
    static Outcome<GivenKey> read(byte[] file, Instant now) {
        if (file.length == 0) return Outcome.refused("correspondent_keys.file");
        var beginning = new String(file, 0, Math.min(file.length, 4_000), ISO_8859_1);
        if (beginning.contains("PRIVATE KEY")) return Outcome.refused("correspondent_keys.secret");
        return beginning.contains("-----BEGIN PGP ") ? PgpPublicKey.read(file, now) : certificate(file, now);
    }

    private static Outcome<GivenKey> certificate(byte[] file, Instant now) {
        try {
            var read = CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(file));
            if (!(read instanceof X509Certificate certificate)) return Outcome.refused("correspondent_keys.unreadable");
            if (now.isBefore(certificate.getNotBefore().toInstant())
                    || now.isAfter(certificate.getNotAfter().toInstant()))
                return Outcome.refused("correspondent_keys.over");
            if (Strength.isWeak(certificate)) return Outcome.refused("correspondent_keys.weak");
            if (!encrypts(certificate)) return Outcome.refused("correspondent_keys.no_encryption");
            return Outcome.done(of(certificate, false));
        } catch (GeneralSecurityException | RuntimeException e) {
            return Outcome.refused("correspondent_keys.unreadable");
        }
    }

    /** Whether it may be used to encrypt mails to whom it names. */
    static boolean encrypts(X509Certificate certificate) throws GeneralSecurityException {
        var usage = certificate.getKeyUsage();
        var purposes = certificate.getExtendedKeyUsage();
        var curve = switch (certificate.getPublicKey().getAlgorithm()) {
            case "RSA" -> false;
            case "EC" -> true;
            default -> null;
        };
        if (curve == null || certificate.getBasicConstraints() >= 0) return false;
        return (usage == null || usage[curve ? KEY_AGREEMENT : KEY_ENCIPHERMENT])
                && (purposes == null || purposes.stream().anyMatch(ANY_MAIL::contains));
    }

    static GivenKey of(X509Certificate certificate, boolean authenticated) throws GeneralSecurityException {
        var who = SignerName.of(certificate);
        return new GivenKey(
                Encryption.Kind.SMIME,
                who.name(),
                who.addresses().stream().distinct().toList(),
                Fingerprint.of(certificate.getEncoded()),
                List.of(),
                certificate.getEncoded(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                authenticated);
    }
}
