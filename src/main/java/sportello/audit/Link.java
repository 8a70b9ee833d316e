package sportello.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one line of the book hashes: everything it says.
 *
 * @param changes as they are stored
 */
record Link(long no, Instant at, Hand by, String topic, String thing, String name, String act, String changes) {

    /** @param before the hash of the line before, null for the first */
    byte[] hashAfter(byte @Nullable [] before) {
        return Chain.hash(before, said());
    }

    List<@Nullable Object> said() {
        return Arrays.asList(no, at.toString(), by.agent(), by.name(), by.address(), topic, thing, name, act, changes);
    }
}
