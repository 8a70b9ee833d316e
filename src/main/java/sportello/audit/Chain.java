package sportello.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sportello.base.Sha256;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lines of which each hashes all that it says after the hash of the line before: who changes, removes or slips in a line
 * breaks every hash that follows. Shown the lines one after the other, it knows the first that is not what was written.
 */
final class Chain {
    private byte @Nullable [] before;
    private long expected;
    private @Nullable Long broken;

    /**
     * @param first the number of the first line
     * @param before the hash of the line before that, null for none
     */
    Chain(long first, byte @Nullable [] before) {
        this.expected = first;
        this.before = before;
    }

    /** As JSON, in which no text can be taken for two. */
    static byte[] hash(byte @Nullable [] before, List<? extends @Nullable Object> said) {
        var sha = Sha256.fresh();
        if (before != null) sha.update(before);
        sha.update(JsonMapper.shared().writeValueAsString(said).getBytes(UTF_8));
        return sha.digest();
    }

    /** The next line. */
    void pass(long no, List<? extends @Nullable Object> said, byte[] hash) {
        if (broken != null) return;
        if (no != expected || !Arrays.equals(hash, hash(before, said))) broken = expected;
        before = hash;
        expected++;
    }

    Optional<Long> firstBroken() {
        return Optional.ofNullable(broken);
    }
}
