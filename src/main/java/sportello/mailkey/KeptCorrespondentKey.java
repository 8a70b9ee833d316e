package sportello.mailkey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sportello.mime.Encryption;

/**
 * A public key that is used for one address.
 *
 * @param name whom it names; may be empty
 * @param fingerprint in hexadecimal digits
 * @param until when it ends, null if it does not
 * @param learned from a signed mail; else an administrator brought it
 * @param version which change of it this is
 */
public record KeptCorrespondentKey(
        long id,
        Encryption.Kind kind,
        String address,
        String name,
        String fingerprint,
        @Nullable Instant until,
        boolean learned,
        Instant addedAt,
        boolean valid,
        int version) {

    public boolean isOver(Instant now) {
        return until != null && !until.isAfter(now);
    }
}
