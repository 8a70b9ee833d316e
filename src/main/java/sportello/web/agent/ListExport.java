package sportello.web.agent;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import sportello.field.Value;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.Choices;
import sportello.ticket.TicketRow;
import sportello.web.NotFound;
import sportello.web.TableFile;
import sportello.web.Words;

/** A list of tickets for a spreadsheet, with the columns that the agent chose for lists. */
@Component
public class ListExport {
    /** As many tickets as one file has at most. */
    public static final int MOST = 10_000;

    private final ListLayouts layouts;
    private final Choices choices;
    private final ListedFields listed;
    private final MessageSource messages;
    private final Clock clock;

    ListExport(ListLayouts layouts, Choices choices, ListedFields listed, MessageSource messages, Clock clock) {
        this.listed = listed;
        this.layouts = layouts;
        this.choices = choices;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param cut whether the list is longer, which the last line says */
    public TableFile of(List<TicketRow> rows, boolean cut, String format, AgentViewer viewer) {
        if (!TableFile.FORMATS.contains(format)) throw new NotFound();
        var words = new Words(messages, viewer.language(), viewer.zone(), clock.instant());
        var offered = choices.words();
        var asked = offered.classes().asked();
        var own = listed.of(offered.fields(), rows.stream().map(TicketRow::id).toList());
        var columns = layouts.of(viewer).columns().stream()
                .filter(column -> column.isOffered(asked))
                .map(column -> column == Column.AGE ? Column.CREATED : column)
                .distinct()
                .toList();
        return new TableFile(
                "ticket",
                words.t("menu.tickets"),
                format,
                words,
                Stream.concat(
                                columns.stream().map(column -> words.t("column." + column.key())),
                                own.fields().stream().map(field -> field.label(words.language())))
                        .toList(),
                () -> rows.stream()
                        .map(row -> Stream.concat(
                                        columns.stream().map(column -> cell(column, row, words)),
                                        own.fields().stream().map(field -> said(own.of(row.id(), field), words)))
                                .toList()),
                cut ? words.t("export.list.cut", MOST) : null);
    }

    private static Object cell(Column column, TicketRow row, Words words) {
        return switch (column) {
            case TICKET -> row.number().value();
            case TITLE -> row.title();
            case CUSTOMER -> orEmpty(row.customer());
            case QUEUE -> row.queue();
            case STATE -> words.t("state." + row.state().key());
            case PRIORITY -> words.t("priority." + row.priority().level());
            case TYPE -> orEmpty(row.type());
            case SERVICE -> orEmpty(row.service());
            case OWNER -> orEmpty(row.owner());
            case RESPONSIBLE -> orEmpty(row.responsible());
            case CHANGED -> moment(row.changedAt(), words);
            case PENDING -> moment(row.pendingUntil(), words);
            case AGE, CREATED -> moment(row.createdAt(), words);
        };
    }

    private static Object said(@Nullable Value value, Words words) {
        return switch (value) {
            case null -> "";
            case Value.Moment(var instant) -> moment(instant, words);
            default -> words.value(value);
        };
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static Object moment(@Nullable Instant instant, Words words) {
        return instant == null ? "" : LocalDateTime.ofInstant(instant, words.zone());
    }
}
