package sportello.web.agent;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import sportello.field.Field;
import sportello.field.FilledField;
import sportello.field.FilledFields;
import sportello.field.Screen;
import sportello.field.Subject;
import sportello.field.Use;
import sportello.ticket.TicketId;

/** Reads what the house's own fields say of the tickets of a list; nothing is asked where no list shows any. */
@Component
public class ListedFields {
    /** So many have room beside the other columns. */
    public static final int MOST = 4;

    private final FilledFields filled;

    ListedFields(FilledFields filled) {
        this.filled = filled;
    }

    /**
     * @param known all that are valid
     * @param tickets which the viewer has found
     */
    public OwnColumns of(List<Field> known, List<TicketId> tickets) {
        var listed = known.stream()
                .filter(field -> field.on(Screen.LIST) != Use.HIDDEN)
                .limit(MOST)
                .toList();
        var fillable = known.stream().anyMatch(field -> field.on(Screen.TICKET) != Use.HIDDEN);
        return new OwnColumns(listed, fillable, listed.isEmpty() ? Map.of() : said(tickets));
    }

    private Map<Long, List<FilledField>> said(List<TicketId> tickets) {
        return filled.of(Subject.TICKET, tickets.stream().map(TicketId::value).toList(), Screen.LIST);
    }
}
