package sportello.mailkey;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.mime.Encryption;

/**
 * A key out of a file, opened.
 *
 * @param numbers of OpenPGP: by which mails name it
 * @param certificate what anybody may have of it
 * @param chain of S/MIME: who vouches for the certificate, from below
 * @param secret the rest
 */
record BroughtKey(
        Encryption.Kind kind,
        List<String> addresses,
        String fingerprint,
        List<Long> numbers,
        byte[] certificate,
        List<byte[]> chain,
        byte[] secret,
        @Nullable Instant until) {

    /** Nothing that is secret. */
    @Override
    public String toString() {
        return "BroughtKey[" + fingerprint + "]";
    }
}
