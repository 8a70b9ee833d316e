package sportello.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import sportello.field.FilledField;
import sportello.field.FilledFields;
import sportello.field.Subject;
import sportello.identity.Viewer.AgentViewer;

/**
 * Hands out what a search found, as far as a spreadsheet makes sense. The search is made once; then the lines come a
 * thousand at a time, each in a statement of its own, so that a reader who is slow holds no connection.
 */
@Component
public class Exporting {
    /** As many tickets as one export has at most. */
    public static final int MOST = 50_000;

    private static final int AT_ONCE = 1_000;

    private final Searching searching;
    private final ExportSql sql;
    private final FilledFields fields;
    private final int most;

    @Autowired
    Exporting(Searching searching, ExportSql sql, FilledFields fields) {
        this(searching, sql, fields, MOST);
    }

    Exporting(Searching searching, ExportSql sql, FilledFields fields, int most) {
        this.searching = searching;
        this.sql = sql;
        this.fields = fields;
        this.most = most;
    }

    /** What an export of this search will have. */
    public Selection select(Criteria criteria, AgentViewer viewer) {
        return searching.select(criteria, viewer, most);
    }

    /**
     * Its lines, read as they are taken.
     *
     * @param told whose fields of the house's own are told too
     */
    public Stream<ExportedTicket> lines(Selection selection, Set<Subject> told, AgentViewer viewer) {
        var ids = selection.tickets();
        return Stream.iterate(0, start -> start < ids.size(), start -> start + AT_ONCE)
                .map(start -> ids.subList(start, Math.min(ids.size(), start + AT_ONCE)))
                .flatMap(some -> filled(sql.tickets(some, viewer), told));
    }

    private Stream<ExportedTicket> filled(List<ExportedTicket> tickets, Set<Subject> told) {
        var said = new EnumMap<Subject, Map<Long, List<FilledField>>>(Subject.class);
        for (var subject : told)
            said.put(
                    subject,
                    fields.of(
                            subject,
                            tickets.stream()
                                    .map(one -> id(one, subject))
                                    .filter(Objects::nonNull)
                                    .distinct()
                                    .toList()));
        return tickets.stream()
                .map(one -> one.with(said.entrySet().stream()
                        .flatMap(of -> of.getValue().getOrDefault(id(one, of.getKey()), List.of()).stream())));
    }

    /** Of an article a line has no room. */
    private static @Nullable Long id(ExportedTicket ticket, Subject subject) {
        return switch (subject) {
            case TICKET -> ticket.id().value();
            case CUSTOMER -> ticket.customerId();
            case CUSTOMER_USER -> ticket.customerUserId();
            case ARTICLE -> null;
        };
    }
}
