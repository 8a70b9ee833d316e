package sportello.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import sportello.base.Csv;
import sportello.base.Language;

/**
 * Comma-separated values as Excel opens them in the reader's country: with a byte order mark, and in Italian with
 * semicolons. What a spreadsheet would take for a formula begins with an apostrophe.
 */
final class CsvTable implements Table {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final Writer out;
    private final String separator;

    CsvTable(OutputStream out, Language language) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        this.separator = switch (language) {
            case ITALIAN -> ";";
            case ENGLISH -> ",";
        };
        this.out.write('\uFEFF');
    }

    @Override
    public void line(List<?> cells) throws IOException {
        out.write(cells.stream().map(CsvTable::cell).collect(Collectors.joining(separator, "", "\r\n")));
    }

    private static String cell(Object value) {
        var text = value instanceof LocalDateTime moment ? MOMENT.format(moment) : value.toString();
        var harmless = Csv.isFormula(text) ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
