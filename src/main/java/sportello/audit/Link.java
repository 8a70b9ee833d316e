package sportello.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one line hashes: everything it says, after the hash of the line before. Who changes, removes or slips in a line
 * breaks every hash that follows.
 *
 * @param changes as they are stored
 */
record Link(long no, Instant at, Hand by, String topic, String thing, String name, String act, String changes) {

    /** @param before the hash of the line before, null for the first */
    byte[] hashAfter(byte @Nullable [] before) {
        var sha = sha256();
        if (before != null) sha.update(before);
        sha.update(text().getBytes(UTF_8));
        return sha.digest();
    }

    /** As JSON, in which no text can be taken for two. */
    private String text() {
        return JsonMapper.shared()
                .writeValueAsString(Arrays.asList(
                        no, at.toString(), by.agent(), by.name(), by.address(), topic, thing, name, act, changes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
