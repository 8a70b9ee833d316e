package sportello.ticket;

import org.jspecify.annotations.Nullable;

/**
 * A choice as administrators see it.
 *
 * @param name the full name with those above it
 * @param parent the id of the one above it, null for none
 * @param customers whether customers can choose it too
 * @param valid whether it can still be chosen
 * @param uses of how many tickets it was said
 */
public record KeptChoice(
        long id,
        String name,
        @Nullable Long parent,
        String note,
        boolean customers,
        boolean valid,
        int version,
        int uses) {
    /** Between a name and that of the one above it. */
    public static final String BELOW = " › ";

    /** The name without those above it. */
    public String shortName() {
        var last = name.lastIndexOf(BELOW);
        return last < 0 ? name : name.substring(last + BELOW.length());
    }

    /** How many stand above it. */
    public int depth() {
        return name.split(BELOW, -1).length - 1;
    }

    /** Whether it is the other or stands below it. */
    public boolean isWithin(KeptChoice other) {
        return id == other.id || name.startsWith(other.name + BELOW);
    }
}
