package sportello.web.agent.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.field.AskedField;
import sportello.ticket.TicketFile;

/** The house's own fields of a ticket, to be filled in. */
public record FieldsPage(
        TicketFile ticket,
        List<AskedField> fields,
        @Nullable Refusal refusal) {

    public FieldsPage {
        fields = List.copyOf(fields);
    }
}
