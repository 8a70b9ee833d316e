package sportello.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A colour for what can be clicked, {@code #0f5ea8}: dark enough that white words on it can be read. */
public record Accent(String hex) {
    /** Between words and what is behind them, as WCAG 2.2 wants it (1.4.3). */
    public static final double LEAST_CONTRAST = 4.5;

    private static final Pattern SHAPE = Pattern.compile("#[0-9a-f]{6}");

    public Accent {
        if (!SHAPE.matcher(hex).matches()) throw new IllegalArgumentException("no colour: " + hex);
    }

    /** What was typed, if it is a colour at all. */
    public static Optional<Accent> of(String typed) {
        var hex = typed.strip().toLowerCase(Locale.ROOT);
        return SHAPE.matcher(hex).matches() ? Optional.of(new Accent(hex)) : Optional.empty();
    }

    /** Between it and white words, from 1 to 21. */
    public double contrastWithWhite() {
        return new Colour(hex).contrast(Colour.WHITE);
    }

    public boolean isDarkEnough() {
        return contrastWithWhite() >= LEAST_CONTRAST;
    }
}
