package sportello.field;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Within what an answer must be, as far as its kind has such limits.
 *
 * @param longest in characters, null for what its kind allows
 * @param least of numbers, null for any; so is {@code most}
 * @param pattern that a text must match as a whole (RE2), empty for any
 * @param currency of an amount of money, by its ISO 4217 code, null of everything else
 * @param leaves of a tree: whether only what has nothing below it can be chosen
 */
public record Limits(
        @Nullable Integer longest,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        String pattern,
        @Nullable String currency,
        boolean leaves) {
    public static final Limits NONE = new Limits(null, null, null, "");

    public Limits(@Nullable Integer longest, @Nullable BigDecimal least, @Nullable BigDecimal most, String pattern) {
        this(longest, least, most, pattern, null, false);
    }

    /** The same for amounts in the currency. */
    public Limits in(String currency) {
        return new Limits(longest, least, most, pattern, currency, leaves);
    }

    /** Of a tree. */
    public static Limits ofTree(boolean leaves) {
        return new Limits(null, null, null, "", null, leaves);
    }

    /** In characters. */
    int longest(Kind kind) {
        return longest == null ? kind.longest() : Math.min(longest, kind.longest());
    }
}
