package sportello.ticket;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.field.FilledField;
import sportello.field.FilledFields;
import sportello.field.Screen;
import sportello.field.Subject;
import sportello.identity.Viewer.CustomerViewer;

/** Tickets as their customers know them. */
@Component
public class Requests {
    static final int AT_ONCE = 25;

    private final RequestSql sql;
    private final ConversationSql conversations;
    private final MergeSql merges;
    private final FilledFields fields;

    Requests(RequestSql sql, ConversationSql conversations, MergeSql merges, FilledFields fields) {
        this.fields = fields;
        this.merges = merges;
        this.sql = sql;
        this.conversations = conversations;
    }

    /** How many are under way. */
    public RequestCounts underWay(CustomerViewer viewer) {
        return sql.underWay(viewer);
    }

    /** @param after where an earlier list said that it goes on; null for its beginning */
    public RequestList list(
            CustomerViewer viewer, RequestScope scope, RequestStage stage, @Nullable RequestPlace after) {
        var found = sql.list(viewer, scope, stage, after, AT_ONCE + 1);
        if (found.size() <= AT_ONCE) return new RequestList(found, null);
        var lines = found.subList(0, AT_ONCE);
        return new RequestList(lines, stage.placeOf(lines.getLast()));
    }

    /** @throws TicketNotFound if it does not exist for the viewer */
    public Request get(TicketNumber number, CustomerViewer viewer) {
        return get(number, Sight.of(viewer), viewer);
    }

    /** What the person asked and may perhaps see no more, as it is told to the person: it stays the person's own. */
    public Request own(TicketNumber number, CustomerViewer person) {
        return get(number, Sight.ofOwn(person), person);
    }

    private Request get(TicketNumber number, Sight sight, CustomerViewer viewer) {
        var line = sql.find(number, sight).orElseThrow(() -> new TicketNotFound(number));
        var said = sql.said(number, sight, Sight.ofWriting(viewer));
        var asked = said.filled() == null
                ? List.<FilledField>of()
                : fields.of(Subject.TICKET, said.filled().value(), Screen.PORTAL_TICKET);
        var told = fields.of(Subject.ARTICLE, said.articles(), Screen.PORTAL_ARTICLE);
        return new Request(line, conversations.articles(number, told, sight), said.service(), asked, said.takesWords());
    }

    /** Whether it exists for the viewer. */
    public boolean exists(TicketNumber number, CustomerViewer viewer) {
        return sql.find(number, Sight.of(viewer)).isPresent();
    }

    /** Where a request that was merged goes on, if the viewer sees it there. */
    public Optional<TicketNumber> end(Request merged, CustomerViewer viewer) {
        return merged.line().state() == RequestState.MERGED
                ? merges.end(merged.line().number(), viewer)
                : Optional.empty();
    }

    /** The attachment, if it belongs to a message of this request that the viewer can read. */
    public Optional<RequestFileContent> file(TicketNumber number, long id, CustomerViewer viewer) {
        return conversations.file(number, id, Sight.of(viewer));
    }

    /** The same of what the person asked and may perhaps see no more. */
    public Optional<RequestFileContent> ownFile(TicketNumber number, long id, CustomerViewer person) {
        return conversations.file(number, id, Sight.ofOwn(person));
    }
}
