package sportello.web.agent;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sportello.field.Field;
import sportello.field.FilledField;
import sportello.field.Value;
import sportello.ticket.TicketId;

/**
 * The fields of the house's own that lists show, behind their other columns, and what they say of each ticket.
 *
 * @param fillable whether any field, listed or not, can be filled in on a ticket's page
 * @param said by the ids of the tickets
 */
public record OwnColumns(List<Field> fields, boolean fillable, Map<Long, List<FilledField>> said) {

    public OwnColumns {
        fields = List.copyOf(fields);
        said = Map.copyOf(said);
    }

    public @Nullable Value of(TicketId ticket, Field field) {
        return said.getOrDefault(ticket.value(), List.of()).stream()
                .filter(one -> one.field().id().equals(field.id()))
                .map(FilledField::value)
                .findFirst()
                .orElse(null);
    }
}
