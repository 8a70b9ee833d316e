package sportello.field;

import java.util.Collection;

/**
 * One of the answers that a field offers.
 *
 * @param name the full name with those above it
 */
public record Option(long id, String name) {
    /** Between a name and that of the one above it. */
    public static final String BELOW = " › ";

    private static final String DEEPER = "\u00a0\u00a0\u00a0";

    /** Whether the other one hangs below this one. */
    boolean isAbove(Option other) {
        return other.name.startsWith(name + BELOW);
    }

    /** Its own name, further in the deeper it hangs; in full where the one above it is not among them. */
    String within(Collection<Option> all) {
        var at = name.lastIndexOf(BELOW);
        if (at < 0 || all.stream().noneMatch(other -> other.name.equals(name.substring(0, at)))) return name;
        var depth = name.split(BELOW, -1).length - 1;
        return DEEPER.repeat(depth) + name.substring(at + BELOW.length());
    }
}
