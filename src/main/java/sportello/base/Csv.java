package sportello.base;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads comma-separated values as spreadsheets write them: with commas or semicolons, in UTF-8 or in Windows' own signs.
 * The apostrophe that keeps a cell from being taken for a formula is no part of it.
 */
public final class Csv {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String FORMULA = "=+-@\t\r";

    private final String text;
    private final char separator;
    private final List<Line> lines = new ArrayList<>();
    private int at;
    private int number = 1;

    private Csv(String text) {
        this.text = text;
        this.separator = separator(text);
    }

    /** @param number of the line on which it begins, from 1 */
    public record Line(int number, List<String> cells) {

        public Line {
            cells = List.copyOf(cells);
        }

        /** Empty where there are not so many. */
        public String cell(int index) {
            return index < cells.size() ? cells.get(index) : "";
        }
    }

    /** The bytes as text; what is no UTF-8 was written by Windows. */
    public static String decoded(byte[] bytes) {
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS);
        }
    }

    /** All lines that say something. */
    public static List<Line> read(String text) {
        var csv = new Csv(text);
        while (csv.at < text.length()) csv.line();
        return List.copyOf(csv.lines);
    }

    /** Whichever the first line has more of. */
    private static char separator(String text) {
        var first = text.lines().findFirst().orElse("");
        var semicolons = first.chars().filter(sign -> sign == ';').count();
        return semicolons >= first.chars().filter(sign -> sign == ',').count() ? ';' : ',';
    }

    private void line() {
        var begin = number;
        var cells = new ArrayList<String>();
        var more = true;
        while (more) {
            cells.add(harmless(at < text.length() && text.charAt(at) == '"' ? quoted() : plain()));
            more = at < text.length() && text.charAt(at) == separator;
            if (more) at++;
        }
        end();
        if (cells.stream().anyMatch(cell -> !cell.isBlank())) lines.add(new Line(begin, cells));
    }

    private void end() {
        if (at < text.length() && text.charAt(at) == '\r') at++;
        if (at < text.length() && text.charAt(at) == '\n') at++;
        number++;
    }

    private String plain() {
        var begin = at;
        while (at < text.length() && text.charAt(at) != separator && !isLineEnd(text.charAt(at))) at++;
        return text.substring(begin, at).strip();
    }

    /** Two quotes stand for one; what follows the last until the separator is nothing. */
    private String quoted() {
        var cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            var sign = text.charAt(at++);
            if (sign == '\n') number++;
            if (sign != '"') cell.append(sign);
            else if (at < text.length() && text.charAt(at) == '"') cell.append(text.charAt(at++));
            else break;
        }
        plain();
        return cell.toString().strip();
    }

    private static String harmless(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    private static boolean isLineEnd(char sign) {
        return sign == '\n' || sign == '\r';
    }
}
