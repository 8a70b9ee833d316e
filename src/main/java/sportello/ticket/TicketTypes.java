package sportello.ticket;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The types of tickets, in the house's order. */
@Component
public class TicketTypes {
    private final TicketTypeSql sql;

    TicketTypes(TicketTypeSql sql) {
        this.sql = sql;
    }

    /** Those that can be chosen. */
    public List<TicketType> valid() {
        return sql.valid();
    }

    /** Those too that are no longer chosen. */
    public List<ListedType> all() {
        return sql.all();
    }

    public Optional<ListedType> find(long id) {
        return sql.find(id);
    }
}
