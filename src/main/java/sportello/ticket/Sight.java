package sportello.ticket;

import java.util.Map;
import sportello.agent.GroupId;
import sportello.agent.Permission;
import sportello.customer.Circle;
import sportello.customer.CustomerId;
import sportello.identity.Viewer;

/**
 * What exists for a viewer, as a condition on {@code ticket t}: every query that finds tickets for a person carries it.
 * An agent sees the tickets of the queues in whose group the agent holds ro or rw; a customer user sees the own tickets
 * and those of the organisations of which it is confirmed that the customer user belongs to them; of a queue in a
 * reserved group no more than its rights say.
 */
public record Sight(String condition, Map<String, Object> parameters) {
    private static final String THEIRS =
            "(t.customer_user_id = :sightUser or t.customer_id = any(:sightCustomers)) and t.state_type <> 'removed'";

    /** What exists for whoever it is. */
    public static Sight of(Viewer viewer) {
        return switch (viewer) {
            case Viewer.AgentViewer agent -> of(agent);
            case Viewer.CustomerViewer customer -> of(customer);
        };
    }

    /** What exists for a person of the desk. */
    public static Sight of(Viewer.AgentViewer agent) {
        var groups = agent.grants().groupsFor(Permission.RO).stream()
                .map(GroupId::value)
                .toArray(Long[]::new);
        return new Sight(
                "t.queue_id in (select id from queue where group_id = any(:sightGroups))",
                Map.of("sightGroups", groups));
    }

    /** Whom the agent may look up: everybody, or for a supplier those who asked for a ticket that the supplier sees (S8). */
    public static Circle circle(Viewer.AgentViewer agent) {
        if (agent.authority().knowsEverybody()) return Circle.EVERYBODY;
        var sight = of(agent);
        var asked = "exists (select 1 from ticket t where t.customer_id = c.id and " + sight.condition();
        return new Circle(asked + ")", asked + " and t.customer_user_id = u.id)", sight.parameters());
    }

    /** For a customer's person. */
    public static Sight of(Viewer.CustomerViewer customer) {
        return of(customer, THEIRS + " and " + reserved(false));
    }

    /** Of what exists for a customer's person, that in which the person may answer. */
    static Sight ofWriting(Viewer.CustomerViewer customer) {
        return of(customer, THEIRS + " and " + reserved(true));
    }

    /** What a customer's person asked, whether it exists in the portal for the person or not: what is told of the person. */
    static Sight ofOwn(Viewer.CustomerViewer customer) {
        return of(customer, "t.customer_user_id = :sightUser and t.state_type <> 'removed'");
    }

    private static String reserved(boolean writes) {
        return new Reserved(":sightUser", "r.customer_id = any(:sightCustomers)", writes).condition();
    }

    private static Sight of(Viewer.CustomerViewer customer, String condition) {
        var customers = customer.readable().stream().map(CustomerId::value).toArray(Long[]::new);
        return new Sight(condition, Map.of("sightUser", customer.id().value(), "sightCustomers", customers));
    }
}
