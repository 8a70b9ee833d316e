package sportello.ticket;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.identity.Viewer.AgentViewer;

/** The tickets of one customer or customer user, as the desk reads them. Only what the viewer may see is there, or counted. */
@Component
public class CustomerTickets {
    private final CustomerTicketSql sql;

    CustomerTickets(CustomerTicketSql sql) {
        this.sql = sql;
    }

    /**
     * Some of the tickets.
     *
     * @param next where the list goes on, null at its end
     */
    public record Part(List<TicketRow> rows, @Nullable RequestPlace next) {

        public Part {
            rows = List.copyOf(rows);
        }
    }

    /** @param after where an earlier part said that the list goes on; null for its beginning */
    public Part list(AskedBy who, RequestStage stage, @Nullable RequestPlace after, int most, AgentViewer viewer) {
        var found = sql.list(who, stage, after, most + 1, viewer);
        var shown = found.subList(0, Math.min(most, found.size()));
        return new Part(
                shown.stream().map(CustomerTicketSql.Placed::row).toList(),
                found.size() > most ? shown.getLast().place() : null);
    }

    /** How many are under way. */
    public int underWay(AskedBy who, AgentViewer viewer) {
        return sql.underWay(who, viewer);
    }

    /** The same for many customers at once; who has none is missing. */
    public Map<CustomerId, Integer> underWayOf(Collection<CustomerId> customers, AgentViewer viewer) {
        return sql.underWayOf(customers, viewer);
    }

    /** The same for many people. */
    public Map<CustomerUserId, Integer> underWayOfUsers(Collection<CustomerUserId> users, AgentViewer viewer) {
        return sql.underWayOfUsers(users, viewer);
    }
}
