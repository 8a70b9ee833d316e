package sportello.ticket;

import java.util.List;
import sportello.field.Field;

/**
 * All that can be said of a ticket beyond what every ticket says.
 *
 * @param fields the house's own
 */
public record OfferedWords(OfferedClasses classes, List<Field> fields) {

    public OfferedWords {
        fields = List.copyOf(fields);
    }
}
