package sportello.ticket;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sportello.base.Sha256;

/**
 * What one history line hashes: everything it says, after the hash of the line before. Who changes, removes or slips in
 * a line breaks every hash that follows.
 */
record ChainLink(long ticket, int no, String type, String facts, Instant at) {

    /** @param before the hash of the line before, null for the first */
    byte[] hashAfter(byte @Nullable [] before) {
        var sha = Sha256.fresh();
        if (before != null) sha.update(before);
        sha.update(String.join("\n", String.valueOf(ticket), String.valueOf(no), type, at.toString(), facts)
                .getBytes(StandardCharsets.UTF_8));
        return sha.digest();
    }
}
