package sportello.web;

import sportello.mail.Accent;
import sportello.mail.Colour;

/**
 * The company's colour on our pages, by day and by night. Words of that colour, and words upon it, can be read: by night
 * it is made lighter until they can.
 */
record Palette(Colour day, Colour daySoft, Colour dayText, Colour night, Colour nightSoft, Colour nightText) {
    /** As in 10-house.css. */
    static final Colour NIGHT_SURFACE = new Colour("#1f2937");

    static final Colour NIGHT_RAISED = new Colour("#263244");
    static final Colour NIGHT_INK = new Colour("#0b1220");

    private static final double STEP = 0.04;

    static Palette of(Accent accent) {
        var day = new Colour(accent.hex());
        var daySoft = Colour.WHITE.mixed(day, 0.1);
        var night = until(day, Colour.WHITE, NIGHT_SURFACE);
        var nightSoft = NIGHT_SURFACE.mixed(night, 0.2);
        var nightText = until(until(night, Colour.WHITE, nightSoft), Colour.WHITE, NIGHT_RAISED);
        return new Palette(day, daySoft, until(day, Colour.BLACK, daySoft), night, nightSoft, nightText);
    }

    /** The colour with so much of the other that it can be read on that ground. */
    private static Colour until(Colour colour, Colour other, Colour ground) {
        for (var share = 0.0; share < 1; share += STEP) {
            var mixed = colour.mixed(other, share);
            if (mixed.contrast(ground) >= Accent.LEAST_CONTRAST) return mixed;
        }
        return other;
    }

    String css() {
        return """
                @layer tokens {
                  :root {
                    --accent: light-dark(%s, %s);
                    --accent-ink: light-dark(#fff, %s);
                    --accent-soft: light-dark(%s, %s);
                    --accent-text: light-dark(%s, %s);
                  }
                }
                """.formatted(
                        day.hex(),
                        night.hex(),
                        NIGHT_INK.hex(),
                        daySoft.hex(),
                        nightSoft.hex(),
                        dayText.hex(),
                        nightText.hex());
    }
}
