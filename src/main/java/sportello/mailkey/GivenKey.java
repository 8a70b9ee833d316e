package sportello.mailkey;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.mime.Encryption;

/**
 * A public key of somebody else.
 *
 * @param name whom it names; may be empty
 * @param addresses in small letters
 * @param numbers of OpenPGP: by which signatures name it
 * @param authenticated of S/MIME: whether its owner reads AES-GCM
 */
record GivenKey(
        Encryption.Kind kind,
        String name,
        List<String> addresses,
        String fingerprint,
        List<Long> numbers,
        byte[] certificate,
        Instant since,
        @Nullable Instant until,
        boolean authenticated) {

    boolean isFor(String address) {
        return addresses.contains(address);
    }
}
