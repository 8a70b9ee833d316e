package sportello.ticket;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;

/** The tickets that belong to a ticket, and those that could. What the viewer may not see is not among them. */
@Component
public class Kindred {
    private static final int MOST = 20;
    private static final int SHORTEST = 3;

    private final KinSql sql;

    Kindred(KinSql sql) {
        this.sql = sql;
    }

    public List<Kin> of(TicketFile ticket, AgentViewer viewer) {
        return sql.of(ticket.id(), viewer);
    }

    /** Other tickets with this number, or with these words in their title; what is too short or longer than any finds none. */
    public List<Kin> sought(TicketFile besides, String text, AgentViewer viewer) {
        var words = text.strip();
        return words.length() < SHORTEST || words.length() > Title.LONGEST
                ? List.of()
                : sql.sought(besides.id(), words, viewer, MOST);
    }

    /** The numbers of those that the viewer may see. */
    public Map<TicketId, TicketNumber> numbers(Collection<TicketId> ids, AgentViewer viewer) {
        return ids.isEmpty() ? Map.of() : sql.numbers(ids, viewer);
    }
}
