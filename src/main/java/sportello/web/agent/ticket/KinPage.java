package sportello.web.agent.ticket;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.ticket.Kin;
import sportello.ticket.Kinship;
import sportello.ticket.TicketFile;
import sportello.ticket.TicketNumber;

/**
 * The search for another ticket, to link this one with it or to merge it into that.
 *
 * @param q what was searched for
 * @param as how the other shall belong to this one; of no meaning for a merge
 * @param unseen those that whoever asked for this one does not see; of no meaning for a link
 */
public record KinPage(
        TicketFile ticket,
        String q,
        Kinship as,
        List<Kin> found,
        Set<TicketNumber> unseen,
        @Nullable Refusal refusal) {

    public KinPage {
        found = List.copyOf(found);
        unseen = Set.copyOf(unseen);
    }

    public List<Kinship> kinships() {
        return List.of(Kinship.values());
    }
}
