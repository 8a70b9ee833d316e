package sportello.ticket;

import java.util.List;
import sportello.field.Field;
import sportello.field.Subject;

/**
 * All that can be said of a ticket beyond what every ticket says.
 *
 * @param fields the house's own: those of tickets, and behind them those of articles and of who asks
 */
public record OfferedWords(OfferedClasses classes, List<Field> fields) {

    public OfferedWords {
        fields = List.copyOf(fields);
    }

    public List<Field> fields(Subject subject) {
        return fields.stream().filter(field -> field.subject() == subject).toList();
    }
}
