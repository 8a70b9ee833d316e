package sportello.field;

/**
 * One of the answers that a field offers.
 *
 * @param name the full name with those above it
 */
public record Option(long id, String name) {
    /** Between a name and that of the one above it. */
    public static final String BELOW = " › ";
}
