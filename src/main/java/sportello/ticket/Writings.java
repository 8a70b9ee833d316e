package sportello.ticket;

import java.util.List;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.CustomerViewer;

/** All that a customer's person has asked and written, for the person alone. */
@Component
public class Writings {
    private final WritingSql sql;

    Writings(WritingSql sql) {
        this.sql = sql;
    }

    /** The numbers of the requests that the person asked, oldest first. */
    public List<TicketNumber> requests(CustomerViewer person) {
        return sql.requests(person.id());
    }

    /** What the person wrote in requests of others, or what only the desk sees of it, oldest first. */
    public List<Writing> elsewhere(CustomerViewer person) {
        return sql.elsewhere(person.id());
    }
}
