package sportello.web;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A file for spreadsheets, written line by line. No cell is ever a formula, whatever somebody wrote into it. */
sealed interface Table extends Closeable permits CsvTable, XlsxTable {

    /** A line of texts, of whole numbers, of moments as {@link java.time.LocalDateTime}, and of empty texts where there is nothing. */
    void line(List<?> cells) throws IOException;
}
