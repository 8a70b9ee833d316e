package sportello.field;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Within what an answer must be, as far as its kind has such limits.
 *
 * @param longest in characters, null for what its kind allows
 * @param least of numbers, null for any; so is {@code most}
 * @param pattern that a text must match as a whole (RE2), empty for any
 */
public record Limits(
        @Nullable Integer longest,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        String pattern) {
    public static final Limits NONE = new Limits(null, null, null, "");

    /** In characters. */
    int longest(Kind kind) {
        return longest == null ? kind.longest() : Math.min(longest, kind.longest());
    }
}
