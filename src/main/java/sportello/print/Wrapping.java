package sportello.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Breaks text into lines that fit: between words, and within a word only where it is too long for a line of its own. */
final class Wrapping {
    /** A word with the blanks before it. */
    private static final Pattern WORD = Pattern.compile("\\s*\\S+|\\s+$");

    private final Typeface type;
    private final Style style;
    private final float width;

    Wrapping(Typeface type, Style style, float width) {
        this.type = type;
        this.style = style;
        this.width = width;
    }

    List<String> lines(String text) throws IOException {
        var lines = new ArrayList<String>();
        for (var line : text.replace("\t", "    ").split("\\R", -1)) addWrapped(line.stripTrailing(), lines);
        return lines;
    }

    private void addWrapped(String text, List<String> lines) throws IOException {
        var line = new StringBuilder();
        var filled = 0f;
        for (var found : WORD.matcher(text).results().toList()) {
            var word = line.isEmpty() && !lines.isEmpty() && found.start() > 0
                    ? found.group().strip()
                    : found.group();
            var wide = type.width(word, style);
            if (filled + wide > width && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
                word = word.strip();
                wide = type.width(word, style);
            }
            if (wide > width) word = cut(word, lines);
            line.append(word);
            filled = type.width(line.toString(), style);
        }
        lines.add(line.toString());
    }

    /** Fills whole lines with the beginning of a word; answers what is left of it. */
    private String cut(String word, List<String> lines) throws IOException {
        var piece = new StringBuilder();
        var filled = 0f;
        for (var code : word.codePoints().toArray()) {
            var wide = type.width(code, style);
            if (filled + wide > width && !piece.isEmpty()) {
                lines.add(piece.toString());
                piece.setLength(0);
                filled = 0;
            }
            piece.appendCodePoint(code);
            filled += wide;
        }
        return piece.toString();
    }
}
