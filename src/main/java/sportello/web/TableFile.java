package sportello.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;

/**
 * Lines on their way to somebody's disk, for a spreadsheet; written as they are read, however many they are.
 *
 * @param name what the file is called, before the day
 * @param sheet what its table is called
 * @param foot said below the last line, null if there is nothing to say
 */
public record TableFile(
        String name,
        String sheet,
        String format,
        Words words,
        List<String> heads,
        Supplier<Stream<List<Object>>> lines,
        @Nullable String foot)
        implements View {
    /** How many lines were written, as an attribute of the request. */
    public static final String LINES = TableFile.class.getName() + ".lines";

    public static final List<String> FORMATS = List.of("csv", "xlsx");

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(
                format.equals("csv")
                        ? "text/csv;charset=utf-8"
                        : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(
                                "%s-%s.%s".formatted(name, LocalDate.ofInstant(words.now(), words.zone()), format),
                                UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        request.setAttribute(LINES, write(response.getOutputStream()));
    }

    private long write(OutputStream out) throws IOException {
        try (var table = table(out);
                var all = lines.get()) {
            table.line(heads);
            var written = 0L;
            for (var line = all.iterator(); line.hasNext(); written++) table.line(line.next());
            if (foot != null) table.line(List.of(foot));
            return written;
        }
    }

    private Table table(OutputStream out) throws IOException {
        return format.equals("csv") ? new CsvTable(out, words.language()) : new XlsxTable(out, sheet, heads.size());
    }
}
