package sportello.print;

import org.jspecify.annotations.Nullable;
import sportello.agent.AgentId;
import sportello.storage.StoredFile;
import sportello.ticket.TicketNumber;

/**
 * A document that a job draws.
 *
 * @param by who wanted it
 * @param articles how many it will hold, of which {@code done} are drawn
 * @param file where it is kept, null as long as it is not finished
 */
public record Printout(
        PrintoutId id,
        TicketNumber ticket,
        AgentId by,
        boolean internal,
        int articles,
        int done,
        @Nullable StoredFile file) {

    public boolean isFinished() {
        return file != null;
    }
}
