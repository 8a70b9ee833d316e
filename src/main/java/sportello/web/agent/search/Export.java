package sportello.web.agent.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.View;
import sportello.search.ExportedTicket;
import sportello.search.Exporting;
import sportello.web.Words;

/**
 * What a search found, on its way to somebody's disk; written as it is read, however much it is.
 *
 * @param cut whether it ends before everything was told, which its last line says
 */
record Export(String format, Words words, Supplier<Stream<ExportedTicket>> tickets, boolean cut) implements View {
    static final List<String> FORMATS = List.of("csv", "xlsx");

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
                                "ticket-%s.%s".formatted(LocalDate.ofInstant(words.now(), words.zone()), format), UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        write(response.getOutputStream());
    }

    private void write(OutputStream out) throws IOException {
        try (var table = table(out);
                var lines = tickets.get()) {
            table.line(heads());
            for (var ticket = lines.iterator(); ticket.hasNext(); ) table.line(line(ticket.next()));
            if (cut) table.line(List.of(words.t("export.cut", Exporting.MOST)));
        }
    }

    private Table table(OutputStream out) throws IOException {
        return format.equals("csv")
                ? new CsvTable(out, words.language())
                : new XlsxTable(out, words.t("menu.tickets"), heads().size());
    }

    private List<String> heads() {
        return List.of(
                words.t("column.ticket"),
                words.t("column.title"),
                words.t("column.queue"),
                words.t("column.state"),
                words.t("column.priority"),
                words.t("column.owner"),
                words.t("fact.responsible"),
                words.t("column.customer"),
                words.t("asker.user"),
                words.t("fact.created"),
                words.t("export.changed"),
                words.t("fact.closed"));
    }

    private List<Object> line(ExportedTicket ticket) {
        return List.of(
                ticket.number().value(),
                ticket.title(),
                ticket.queue(),
                words.t("state." + ticket.state().key()),
                words.t("priority." + ticket.priority().level()),
                orEmpty(ticket.owner()),
                orEmpty(ticket.responsible()),
                orEmpty(ticket.customer()),
                orEmpty(ticket.customerUser()),
                moment(ticket.createdAt()),
                moment(ticket.changedAt()),
                ticket.closedAt() == null ? "" : moment(ticket.closedAt()));
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private LocalDateTime moment(Instant instant) {
        return LocalDateTime.ofInstant(instant, words.zone());
    }
}
