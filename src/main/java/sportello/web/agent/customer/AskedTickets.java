package sportello.web.agent.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.AskedBy;
import sportello.ticket.CustomerTickets;
import sportello.ticket.RequestPlace;
import sportello.ticket.RequestStage;
import sportello.web.NotFound;
import sportello.web.agent.Tab;

/** The tickets on a customer's or a customer user's page: under way or over, page by page. */
@Component
class AskedTickets {
    private static final String OVER = "over";
    private static final int ROWS = 25;

    private final CustomerTickets tickets;

    AskedTickets(CustomerTickets tickets) {
        this.tickets = tickets;
    }

    /**
     * @param address of the page on which they stand
     * @param state what was asked for: {@code over}, or what is under way
     * @param after where the page before said that the list goes on, empty for its beginning
     */
    AskedList of(AskedBy who, String address, String state, String after, AgentViewer viewer) {
        var stage = state.equals(OVER) ? RequestStage.OVER : RequestStage.UNDER_WAY;
        var part = tickets.list(who, stage, place(after), ROWS, viewer);
        var over = stage == RequestStage.OVER;
        var tabs = List.of(
                new Tab("customers.under_way", address, tickets.underWay(who, viewer), !over),
                new Tab("customers.over", address + "?state=" + OVER, -1, over));
        var next = part.next();
        return new AskedList(
                tabs, part.rows(), next == null ? null : address + "?" + (over ? "state=over&" : "") + "after=" + next);
    }

    private static @Nullable RequestPlace place(String after) {
        if (after.isEmpty()) return null;
        try {
            return RequestPlace.of(after);
        } catch (IllegalArgumentException odd) {
            throw new NotFound();
        }
    }
}
