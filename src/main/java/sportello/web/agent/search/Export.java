package sportello.web.agent.search;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sportello.field.Field;
import sportello.field.Value;
import sportello.search.ExportedTicket;
import sportello.search.Exporting;
import sportello.web.TableFile;
import sportello.web.Words;

/**
 * What a search found, as a file for spreadsheets.
 *
 * @param fields the house's own, which have the last columns
 */
record Export(Words words, List<Field> fields) {

    /** @param cut whether it ends before everything was told, which its last line says */
    TableFile file(String format, Supplier<Stream<ExportedTicket>> tickets, boolean cut) {
        var foot = cut ? words.t("export.cut", Exporting.MOST) : null;
        return new TableFile(
                "ticket",
                words.t("menu.tickets"),
                format,
                words,
                heads(),
                () -> tickets.get().map(this::line),
                foot);
    }

    private List<String> heads() {
        return Stream.concat(
                        usual(),
                        fields.stream()
                                .map(field -> words.t(
                                        "search.field." + field.subject().key(), field.label(words.language()))))
                .toList();
    }

    private Stream<String> usual() {
        return Stream.of(
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
        return Stream.concat(
                        usual(ticket),
                        fields.stream().map(field -> said(ticket.fields().get(field.key()))))
                .toList();
    }

    private Object said(@Nullable Value value) {
        return switch (value) {
            case null -> "";
            case Value.Moment(var instant) -> moment(instant);
            default -> words.value(value);
        };
    }

    private Stream<Object> usual(ExportedTicket ticket) {
        return Stream.of(
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
