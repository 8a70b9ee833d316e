package sportello.ticket;

/** How urgent a ticket is, on five levels (S72). */
public enum Priority {
    VERY_LOW,
    LOW,
    NORMAL,
    HIGH,
    VERY_HIGH;

    /** 1 (very low) to 5 (very high). */
    public int level() {
        return ordinal() + 1;
    }

    /** @throws IllegalArgumentException outside 1 to 5 */
    public static Priority of(int level) {
        if (level < 1 || level > 5) throw new IllegalArgumentException("priority " + level);
        return values()[level - 1];
    }
}
