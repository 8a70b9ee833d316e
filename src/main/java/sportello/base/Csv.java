package sportello.base;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;

/**
 * Reads comma-separated values as spreadsheets write them: with commas or semicolons, in UTF-8 or in Windows' own signs.
 * The apostrophe that keeps a cell from being taken for a formula is no part of it.
 */
public final class Csv {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String FORMULA = "=+-@|\t\r\n＝＋－＠";

    private Csv() {}

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

    /** Whether some spreadsheet would take the text for a formula, or for what begins one after a tab or a new line. */
    public static boolean isFormula(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    }

    /** All lines that say something; a quote that never ends, ends with the text. */
    public static List<Line> read(String text) {
        return CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)
                .stream()
                .map(Csv::line)
                .filter(line -> line.cells().stream().anyMatch(cell -> !cell.isEmpty()))
                .toList();
    }

    /** Whichever the first line has more of. */
    private static char separator(String text) {
        var first = text.lines().findFirst().orElse("");
        var semicolons = first.chars().filter(sign -> sign == ';').count();
        return semicolons >= first.chars().filter(sign -> sign == ',').count() ? ';' : ',';
    }

    private static Line line(CsvRecord read) {
        return new Line(
                Math.toIntExact(read.getStartingLineNumber()),
                read.getFields().stream().map(cell -> harmless(cell.strip())).toList());
    }

    private static String harmless(String cell) {
        return cell.startsWith("'") && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }
}
