package sportello.web.security;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An address of this house to which somebody wants to go; never one that leads out of it. */
public record LocalTarget(String address) {

    /** Visible ASCII; no second slash, which begins a host, and no backslash, which browsers read as a slash. */
    private static final Pattern SHAPE = Pattern.compile("/(?!/)[!-~&&[^\\\\]]{0,2000}");

    public LocalTarget {
        if (!SHAPE.matcher(address).matches()) throw new IllegalArgumentException("Not an address of ours");
    }

    /** The target, if it is one. */
    public static Optional<LocalTarget> parse(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(address -> SHAPE.matcher(address).matches())
                .map(LocalTarget::new);
    }

    /** What stands before the question. */
    public String path() {
        return address.split("[?#]", 2)[0];
    }
}
