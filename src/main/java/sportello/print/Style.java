package sportello.print;

/** How a line of text looks: its size in points, its weight, its shade from black to white. */
enum Style {
    NAME(11, true, 0.1f),
    TITLE(14, true, 0.1f),
    HEADING(9.5f, true, 0.1f),
    TEXT(9.5f, false, 0.1f),
    LABEL(8.5f, false, 0.4f),
    FACT(8.5f, false, 0.1f),
    WARNING(8, true, 0.3f);

    private static final float LEADING = 1.4f;

    private final float size;
    private final boolean heavy;
    private final float shade;

    Style(float size, boolean heavy, float shade) {
        this.size = size;
        this.heavy = heavy;
        this.shade = shade;
    }

    float size() {
        return size;
    }

    boolean heavy() {
        return heavy;
    }

    float shade() {
        return shade;
    }

    /** From one line to the next. */
    float line() {
        return size * LEADING;
    }
}
