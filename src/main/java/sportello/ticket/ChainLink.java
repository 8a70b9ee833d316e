package sportello.ticket;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one history line hashes: everything it says, after the hash of the line before. Who changes, removes or slips in
 * a line breaks every hash that follows.
 */
record ChainLink(long ticket, int no, String type, String facts, Instant at) {

    /** @param before the hash of the line before, null for the first */
    byte[] hashAfter(byte @Nullable [] before) {
        var sha = sha256();
        if (before != null) sha.update(before);
        sha.update(String.join("\n", String.valueOf(ticket), String.valueOf(no), type, at.toString(), facts)
                .getBytes(StandardCharsets.UTF_8));
        return sha.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
