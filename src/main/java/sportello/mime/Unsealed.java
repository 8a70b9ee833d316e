package sportello.mime;

import org.jspecify.annotations.Nullable;
import sportello.mime.Encryption.Fate;
import sportello.mime.Encryption.Kind;

/**
 * What became of opening something encrypted.
 *
 * @param content what was within, null if it could not be opened
 */
record Unsealed(Encryption encryption, Spool.@Nullable Bytes content) {

    static Unsealed failed(Kind kind, Fate fate, String algorithm) {
        return new Unsealed(new Encryption(kind, fate, algorithm, null), null);
    }

    static Unsealed opened(Kind kind, String algorithm, MailKey key, Spool.Bytes content) {
        return new Unsealed(new Encryption(kind, Fate.OPENED, algorithm, key.fingerprint()), content);
    }
}
