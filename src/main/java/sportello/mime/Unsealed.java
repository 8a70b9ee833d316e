package sportello.mime;

import java.util.List;
import org.bouncycastle.openpgp.PGPSignature;
import org.jspecify.annotations.Nullable;
import sportello.mime.Encryption.Fate;
import sportello.mime.Encryption.Kind;

/**
 * What became of opening something encrypted.
 *
 * @param content what was within, null if it could not be opened
 * @param announced of OpenPGP: whether it says that it is signed
 * @param signatures of OpenPGP: those within, on all of the content
 */
record Unsealed(
        Encryption encryption, Spool.@Nullable Bytes content, boolean announced, List<PGPSignature> signatures) {

    static Unsealed failed(Kind kind, Fate fate, String algorithm) {
        return new Unsealed(new Encryption(kind, fate, algorithm, null), null, false, List.of());
    }

    static Unsealed opened(Kind kind, String algorithm, MailKey key, Spool.Bytes content) {
        return new Unsealed(new Encryption(kind, Fate.OPENED, algorithm, key.fingerprint()), content, false, List.of());
    }

    /** The same, signed at the same time. */
    Unsealed signed(boolean said, List<PGPSignature> by) {
        return new Unsealed(encryption, content, said, by);
    }
}
