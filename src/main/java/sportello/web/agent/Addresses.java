package sportello.web.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.web.util.UriUtils;
import sportello.queue.QueueId;
import sportello.ticket.Stage;
import sportello.ticket.TicketFilter;
import sportello.ticket.TicketNumber;
import sportello.ticket.Whose;

/** The addresses of the desk; what is usual is left out of them. */
public final class Addresses {

    private Addresses() {}

    public static String list(TicketFilter filter) {
        return ListAddress.of(filter).text();
    }

    public static String list(QueueId queue, Stage stage) {
        return list(new TicketFilter(Whose.ALL, stage, queue));
    }

    /** A ticket from whose page the way leads back to the list. */
    public static String ticket(TicketNumber number, String from) {
        return from.isEmpty() ? "/tickets/" + number : "/tickets/" + number + "?from=" + UriUtils.encode(from, UTF_8);
    }
}
