package sportello.web.agent.live;

import java.util.List;
import sportello.ticket.Present;

/** The others on a ticket's page. */
public record PresencePage(List<Present> others) {

    public PresencePage {
        others = List.copyOf(others);
    }
}
