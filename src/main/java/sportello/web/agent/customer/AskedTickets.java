package sportello.web.agent.customer;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.AskedBy;
import sportello.ticket.CustomerTickets;
import sportello.ticket.RequestPlace;
import sportello.ticket.RequestStage;
import sportello.web.NotFound;
import sportello.web.agent.ListExport;
import sportello.web.agent.Tab;

/** The tickets on a customer's or a customer user's page: under way, over or in the archive, page by page. */
@Component
class AskedTickets {
    private static final int ROWS = 25;

    private final CustomerTickets tickets;

    AskedTickets(CustomerTickets tickets) {
        this.tickets = tickets;
    }

    /**
     * @param address of the page on which they stand
     * @param state what was asked for: {@code over}, {@code archived}, or what is under way
     * @param after where the page before said that the list goes on, empty for its beginning
     */
    AskedList of(AskedBy who, String address, String state, String after, AgentViewer viewer) {
        var stage = stage(state);
        var part = tickets.list(who, stage, place(after), ROWS, viewer);
        var tabs = Arrays.stream(RequestStage.values())
                .map(each -> new Tab(
                        "customers." + key(each),
                        address(address, each),
                        each == RequestStage.UNDER_WAY ? tickets.underWay(who, viewer) : -1,
                        each == stage))
                .toList();
        var next = part.next();
        return new AskedList(
                tabs,
                part.rows(),
                next == null ? null : onward(address(address, stage), next),
                address(address + "/export", stage) + (stage == RequestStage.UNDER_WAY ? "?" : "&") + "format=");
    }

    /** All of them in one piece, as far as a file goes. */
    CustomerTickets.Part all(AskedBy who, String state, AgentViewer viewer) {
        return tickets.list(who, stage(state), null, ListExport.MOST, viewer);
    }

    private static RequestStage stage(String state) {
        return Arrays.stream(RequestStage.values())
                .filter(stage -> key(stage).equals(state))
                .findFirst()
                .orElse(RequestStage.UNDER_WAY);
    }

    private static String key(RequestStage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    private static String address(String page, RequestStage stage) {
        return stage == RequestStage.UNDER_WAY ? page : page + "?state=" + key(stage);
    }

    private static String onward(String list, RequestPlace next) {
        return list + (list.contains("?") ? "&" : "?") + "after=" + next;
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
