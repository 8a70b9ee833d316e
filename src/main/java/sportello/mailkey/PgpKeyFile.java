package sportello.mailkey;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.PBESecretKeyDecryptor;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.jspecify.annotations.Nullable;
import sportello.base.Outcome;
import sportello.mime.Encryption;

/** A secret key of OpenPGP as programs write it out, and its passphrase. */
final class PgpKeyFile {
    private PgpKeyFile() {}

    static Outcome<BroughtKey> read(byte[] file, String passphrase) {
        try {
            var object = new BcPGPObjectFactory(PGPUtil.getDecoderStream(new ByteArrayInputStream(file))).nextObject();
            if (object instanceof PGPPublicKeyRing) return Outcome.refused("mail_keys.no_key");
            if (object instanceof PGPSecretKeyRing ring) return opened(ring, passphrase);
            return Outcome.refused("mail_keys.unreadable");
        } catch (IOException | RuntimeException e) {
            return Outcome.refused("mail_keys.unreadable");
        }
    }

    private static Outcome<BroughtKey> opened(PGPSecretKeyRing ring, String passphrase) throws IOException {
        var opening = opening(ring).toList();
        if (opening.isEmpty()) return Outcome.refused("mail_keys.no_key");
        var by =
                new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider()).build(passphrase.toCharArray());
        var bare = bare(ring, by);
        return bare == null ? Outcome.refused("mail_keys.password") : Outcome.done(brought(ring, bare, opening));
    }

    /** Those that can open a mail: the one above them may lie in a safe. */
    private static java.util.stream.Stream<PGPSecretKey> opening(PGPSecretKeyRing ring) {
        return StreamSupport.stream(ring.spliterator(), false)
                .filter(key -> !key.isPrivateKeyEmpty() && key.getPublicKey().isEncryptionKey());
    }

    /** Without a passphrase, because it is encrypted anew with the secret of the house; null if this one does not open it. */
    private static @Nullable PGPSecretKeyRing bare(PGPSecretKeyRing ring, PBESecretKeyDecryptor by) {
        try {
            return PGPSecretKeyRing.copyWithNewPassword(ring, by, null);
        } catch (PGPException | RuntimeException e) {
            return null;
        }
    }

    private static BroughtKey brought(PGPSecretKeyRing ring, PGPSecretKeyRing bare, List<PGPSecretKey> opening)
            throws IOException {
        return new BroughtKey(
                Encryption.Kind.OPENPGP,
                addresses(ring.getPublicKey()),
                Fingerprint.hex(ring.getPublicKey().getFingerprint()),
                opening.stream().map(PGPSecretKey::getKeyID).toList(),
                ring.toCertificate().getEncoded(),
                List.of(),
                bare.getEncoded(),
                until(ring.getPublicKey()));
    }

    private static List<String> addresses(PGPPublicKey key) {
        var found = new ArrayList<String>();
        key.getUserIDs().forEachRemaining(name -> PgpPublicKey.address(name).ifPresent(found::add));
        return found.stream().distinct().toList();
    }

    private static @Nullable Instant until(PGPPublicKey key) {
        return key.getValidSeconds() == 0
                ? null
                : key.getCreationTime().toInstant().plusSeconds(key.getValidSeconds());
    }
}
