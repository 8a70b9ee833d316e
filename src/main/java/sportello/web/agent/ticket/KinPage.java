package sportello.web.agent.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.ticket.Kin;
import sportello.ticket.Kinship;
import sportello.ticket.TicketFile;

/**
 * The search for another ticket, to link this one with it or to merge it into that.
 *
 * @param q what was searched for
 * @param as how the other shall belong to this one; of no meaning for a merge
 */
public record KinPage(
        TicketFile ticket,
        String q,
        Kinship as,
        List<Kin> found,
        @Nullable Refusal refusal) {

    public KinPage {
        found = List.copyOf(found);
    }

    public List<Kinship> kinships() {
        return List.of(Kinship.values());
    }
}
