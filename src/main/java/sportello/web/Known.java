package sportello.web;

import java.util.Map;
import sportello.identity.Viewer.AgentViewer;
import sportello.ticket.TicketFile;

/** What is known of a ticket, by the names of the placeholders in templates. */
public final class Known {

    private Known() {}

    /** What stands there, by name; the names are those of {@code Placeholders.OF_TICKETS}. */
    public static Map<String, String> of(TicketFile ticket, AgentViewer viewer) {
        var asker = ticket.asker();
        var user = asker == null ? null : asker.user();
        var service = ticket.classes().service();
        return Map.of(
                "ticket.number",
                ticket.number().value(),
                "ticket.title",
                ticket.title(),
                "ticket.service",
                service == null ? "" : service.name(),
                "customer.name",
                asker == null ? "" : asker.customer(),
                "customer_user.name",
                user == null ? "" : user,
                "customer_user.first_name",
                asker == null ? "" : asker.firstName(),
                "agent.name",
                viewer.name(),
                "agent.first_name",
                viewer.firstName());
    }
}
