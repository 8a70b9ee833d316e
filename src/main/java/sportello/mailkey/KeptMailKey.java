package sportello.mailkey;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.mime.Encryption;

/**
 * A key of the house, without what is secret of it.
 *
 * @param fingerprint in hexadecimal digits
 * @param until when it ends, null if it does not; afterwards it still opens what was written before
 * @param used when it last opened a mail, null if it never did
 * @param version which change of it this is
 */
public record KeptMailKey(
        long id,
        Encryption.Kind kind,
        List<String> addresses,
        String fingerprint,
        @Nullable Instant until,
        @Nullable Instant used,
        boolean valid,
        int version) {

    public boolean isOver(Instant now) {
        return until != null && !until.isAfter(now);
    }
}
