package sportello.web.agent.opening;

import java.util.List;
import sportello.ticket.SimilarTicket;

/** What the customer has open already and is called much the same. */
public record SimilarPage(List<SimilarTicket> similar) {

    public SimilarPage {
        similar = List.copyOf(similar);
    }
}
