package sportello.base;

/** Text under way, line by line: spaces collapse, blank lines come singly, quotes are marked. */
final class TextLines {

    /** How deep quotes and lists go before they look alike. */
    static final int DEEPEST = 12;

    private final StringBuilder out = new StringBuilder();
    private int breaks;
    private String space = "";
    private int quotes;
    private int quotesBefore;
    private int keeping;
    private String bullet = "";

    void write(String text) {
        if (keeping > 0) writeAsItIs(text);
        else writeCollapsed(text);
    }

    private void writeAsItIs(String text) {
        text.codePoints().forEach(sign -> {
            if (sign == '\n') breaks++;
            else sign(sign);
        });
    }

    private void writeCollapsed(String text) {
        text.codePoints().forEach(sign -> {
            if (Character.isWhitespace(sign) || sign == '\u00a0') space = space.isEmpty() ? " " : space;
            else sign(sign);
        });
    }

    private void sign(int sign) {
        if (breaks > 0 || out.isEmpty()) startLine();
        else out.append(space);
        space = "";
        out.appendCodePoint(sign);
    }

    private void startLine() {
        for (var i = 0; i < breaks && !out.isEmpty(); i++) {
            if (i > 0) out.append(marks(Math.min(quotes, quotesBefore)).stripTrailing());
            out.append('\n');
        }
        quotesBefore = quotes;
        out.append(marks(quotes)).append(bullet);
        bullet = "";
        breaks = 0;
    }

    /** Nobody counts beyond a dozen, and a hostile mail must not grow by its marks. */
    private static String marks(int quotes) {
        return "> ".repeat(Math.min(quotes, DEEPEST));
    }

    void breakOnce() {
        breaks = Math.min(breaks + 1, 2);
        space = "";
    }

    void atNewLine() {
        breaks = Math.max(breaks, 1);
        space = "";
    }

    void atNewParagraph() {
        breaks = Math.max(breaks, 2);
        space = "";
    }

    /** Two spaces between the cells of a row. */
    void gap() {
        space = "  ";
    }

    void bullet(String sign) {
        bullet = sign;
    }

    void quoteDeeper(int levels) {
        quotes = Math.max(0, quotes + levels);
    }

    void keepSpaces(boolean keep) {
        keeping += keep ? 1 : -1;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
