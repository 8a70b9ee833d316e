package sportello.web.agent;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import sportello.queue.QueueId;
import sportello.ticket.ListPlace;
import sportello.ticket.Stage;
import sportello.ticket.TicketFilter;
import sportello.ticket.Whose;

/** The addresses of lists; what is usual is left out of them. */
public final class Addresses {

    private Addresses() {}

    public static String list(TicketFilter filter) {
        return list(filter, "", null);
    }

    public static String list(QueueId queue, Stage stage) {
        return list(new TicketFilter(Whose.ALL, stage, queue));
    }

    static String olderThan(ListPlace place, TicketFilter filter) {
        return list(filter, "after", place);
    }

    static String newerThan(ListPlace place, TicketFilter filter) {
        return list(filter, "before", place);
    }

    private static String list(TicketFilter filter, String direction, @Nullable ListPlace place) {
        var parameters = new ArrayList<String>();
        var queue = filter.queue();
        if (queue != null) parameters.add("queue=" + queue.value());
        if (filter.stage() != Stage.ACTIVE)
            parameters.add("state=" + filter.stage().key());
        if (filter.whose() != Whose.ALL) parameters.add("tab=" + filter.whose().key());
        if (place != null) parameters.add(direction + "=" + place.key());
        return with("/agent/tickets", parameters);
    }

    private static String with(String path, java.util.List<String> parameters) {
        return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
    }
}
