package sportello.mailkey;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPComponentKey;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPUserId;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPImplementation;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.bc.BcPGPPublicKeyRing;
import org.jspecify.annotations.Nullable;
import sportello.base.CleanText;
import sportello.base.Outcome;
import sportello.mime.Encryption;

/** Public keys of OpenPGP. What they say of themselves counts where they have signed it, and did not take it back. */
final class PgpPublicKey {
    private static final int LONGEST_ADDRESS = 320;
    private static final int LONGEST_NAME = 250;

    /** In bits, below which a key of RSA is weak. */
    private static final int SHORTEST = 2_000;

    private PgpPublicKey() {}

    /** Refused if nobody should encrypt by it today. */
    static Outcome<GivenKey> read(byte[] file, Instant now) {
        try {
            var object = new BcPGPObjectFactory(PGPUtil.getDecoderStream(new ByteArrayInputStream(file))).nextObject();
            if (object instanceof PGPSecretKeyRing) return Outcome.refused("correspondent_keys.secret");
            if (object instanceof PGPPublicKeyRing ring) return checked(ring, now);
            return Outcome.refused("correspondent_keys.unreadable");
        } catch (IOException | RuntimeException e) {
            return Outcome.refused("correspondent_keys.unreadable");
        }
    }

    /** All that is said of one key; what was taken back stays so, whichever copy is the older. */
    static Outcome<GivenKey> joined(byte[] kept, byte[] brought, Instant now) {
        try {
            return checked(PGPPublicKeyRing.join(new BcPGPPublicKeyRing(kept), new BcPGPPublicKeyRing(brought)), now);
        } catch (IOException | PGPException | RuntimeException e) {
            return Outcome.refused("correspondent_keys.unreadable");
        }
    }

    private static Outcome<GivenKey> checked(PGPPublicKeyRing ring, Instant now) throws IOException {
        var certificate = certificate(ring);
        var day = Date.from(now);
        if (certificate.getKeys().stream().anyMatch(key -> isWeak(key.getPGPPublicKey())))
            return Outcome.refused("correspondent_keys.weak");
        var until = certificate.getExpirationTime(day);
        if (until != null && !until.after(day) || !certificate.getPrimaryKey().isBoundAt(day))
            return Outcome.refused("correspondent_keys.over");
        if (encrypting(certificate, now).isEmpty()) return Outcome.refused("correspondent_keys.no_encryption");
        return Outcome.done(of(certificate, day, until));
    }

    /** By which to encrypt, the latest; nothing if there is none that day. */
    static Optional<PGPPublicKey> encrypting(OpenPGPCertificate certificate, Instant now) {
        return certificate.getEncryptionKeys(Date.from(now)).stream()
                .map(OpenPGPComponentKey::getPGPPublicKey)
                .filter(key -> !isWeak(key))
                .max(Comparator.comparing(PGPPublicKey::getCreationTime));
    }

    static OpenPGPCertificate certificate(byte[] encoded) {
        try {
            return certificate(new BcPGPPublicKeyRing(encoded));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OpenPGPCertificate certificate(PGPPublicKeyRing ring) {
        return new OpenPGPCertificate(ring, new BcOpenPGPImplementation());
    }

    private static boolean isWeak(PGPPublicKey key) {
        return switch (key.getAlgorithm()) {
            case PublicKeyAlgorithmTags.RSA_GENERAL,
                    PublicKeyAlgorithmTags.RSA_ENCRYPT,
                    PublicKeyAlgorithmTags.RSA_SIGN -> key.getBitStrength() < SHORTEST;
            case PublicKeyAlgorithmTags.DSA,
                    PublicKeyAlgorithmTags.ELGAMAL_ENCRYPT,
                    PublicKeyAlgorithmTags.ELGAMAL_GENERAL -> true;
            default -> false;
        };
    }

    private static GivenKey of(OpenPGPCertificate certificate, Date day, @Nullable Date until) throws IOException {
        var names = certificate.getValidUserIds(day).stream()
                .map(OpenPGPUserId::getUserId)
                .toList();
        return new GivenKey(
                Encryption.Kind.OPENPGP,
                names.stream().findFirst().map(PgpPublicKey::name).orElse(""),
                names.stream()
                        .flatMap(name -> address(name).stream())
                        .distinct()
                        .toList(),
                Fingerprint.hex(certificate.getFingerprint()),
                certificate.getKeys().stream()
                        .map(key -> key.getPGPPublicKey().getKeyID())
                        .toList(),
                certificate.getPGPPublicKeyRing().getEncoded(),
                certificate.getPrimaryKey().getCreationTime().toInstant(),
                until == null ? null : until.toInstant(),
                false);
    }

    /** Of {@code Giulia Moretti <giulia@roccalba.example>} what stands in the brackets. */
    static Optional<String> address(String name) {
        var address = name.substring(name.lastIndexOf('<') + 1).replace(">", "").strip();
        return Optional.of(address.toLowerCase(Locale.ROOT))
                .filter(some -> some.contains("@") && some.length() <= LONGEST_ADDRESS);
    }

    static String name(String written) {
        var bracket = written.indexOf('<');
        var name = CleanText.line(bracket < 0 ? written : written.substring(0, bracket));
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }
}
