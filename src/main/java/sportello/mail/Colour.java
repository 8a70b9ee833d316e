package sportello.mail;

/** A colour as screens mix it (sRGB). */
public record Colour(int red, int green, int blue) {
    public static final Colour WHITE = new Colour(255, 255, 255);
    public static final Colour BLACK = new Colour(0, 0, 0);

    /** @param hex as in {@code #0f5ea8} */
    public Colour(String hex) {
        this(part(hex, 1), part(hex, 3), part(hex, 5));
    }

    private static int part(String hex, int begin) {
        return Integer.parseInt(hex.substring(begin, begin + 2), 16);
    }

    /** As much of the other as the share says, from 0 to 1. */
    public Colour mixed(Colour other, double share) {
        return new Colour(
                mixed(red, other.red, share), mixed(green, other.green, share), mixed(blue, other.blue, share));
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(one + (other - one) * share);
    }

    /** From 1 to 21 (WCAG 2.2, contrast ratio). */
    public double contrast(Colour other) {
        var light = Math.max(luminance(), other.luminance());
        var dark = Math.min(luminance(), other.luminance());
        return (light + 0.05) / (dark + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        var share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    public String hex() {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }
}
