package sportello.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An Excel workbook of one sheet; texts are typed as texts, numbers and moments as such. */
final class XlsxTable implements Table {
    private static final int LINES_IN_MEMORY = 500;
    private static final double WIDTH = 22;

    private final Workbook book;
    private final Worksheet sheet;
    private int line;

    XlsxTable(OutputStream out, String name, int columns) {
        book = new Workbook(out, "Sportello", "1.0");
        sheet = book.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (var column = 0; column < columns; column++) sheet.width(column, WIDTH);
    }

    @Override
    public void line(List<?> cells) throws IOException {
        for (var column = 0; column < cells.size(); column++) put(column, cells.get(column));
        if (line == 0) sheet.range(0, 0, 0, cells.size() - 1).style().bold().set();
        if (++line % LINES_IN_MEMORY == 0) sheet.flush();
    }

    private void put(int column, Object value) {
        if (value instanceof LocalDateTime moment) {
            sheet.value(line, column, moment);
            sheet.style(line, column).format("dd/mm/yyyy hh:mm").set();
        } else if (value instanceof Integer number) {
            sheet.value(line, column, number);
        } else {
            sheet.inlineString(line, column, value.toString());
        }
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
