package sportello.ticket;

import java.util.List;
import org.springframework.stereotype.Component;
import sportello.base.CleanText;
import sportello.customer.CustomerId;
import sportello.identity.Viewer.AgentViewer;

/** Finds out whether a customer has asked the same already, before a second ticket is opened for it. */
@Component
public class SimilarTickets {
    private static final int MOST = 5;
    private static final int SHORTEST = 3;

    private final SimilarSql sql;

    SimilarTickets(SimilarSql sql) {
        this.sql = sql;
    }

    /** The customer's tickets under way that the viewer sees and that are called almost so, the likest first. */
    public List<SimilarTicket> of(CustomerId customer, String title, AgentViewer viewer) {
        var typed = CleanText.line(title);
        return typed.length() < SHORTEST ? List.of() : sql.similar(customer, typed, viewer, MOST);
    }
}
