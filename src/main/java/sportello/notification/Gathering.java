package sportello.notification;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.agent.Agents;
import sportello.agent.Permission;
import sportello.customer.CustomerUser;
import sportello.customer.Customers;
import sportello.identity.Actor;
import sportello.ticket.Briefing;

/** Finds the people whom rules address; in a fixed number of statements, however many they are. */
@Component
class Gathering {
    private final Agents agents;
    private final Customers customers;

    Gathering(Agents agents, Customers customers) {
        this.agents = agents;
        this.customers = customers;
    }

    People around(Briefing ticket, Actor by, List<Rule> rules) {
        var audiences = rules.stream().map(Rule::audience).collect(toSet());
        var known = known(ticket, by);
        return new People(
                by instanceof Actor.ByAgent agent ? known.get(agent.id()) : null,
                audiences.contains(Audience.CUSTOMER_USER) ? customerUser(ticket) : null,
                known.get(ticket.owner()),
                known.get(ticket.responsible()),
                audiences.contains(Audience.QUEUE_AGENTS) ? agents.with(Permission.RW, ticket.group()) : List.of(),
                audiences.contains(Audience.ADMINISTRATORS) ? agents.administrators() : List.of(),
                addressees(ticket).stream()
                        .flatMap(id -> Stream.ofNullable(known.get(id)))
                        .toList(),
                agents.with(Permission.RO, ticket.group()).stream()
                        .map(Agent::id)
                        .collect(toSet()),
                ticket.article() == null ? List.of() : ticket.article().addresses());
    }

    private Map<AgentId, Agent> known(Briefing ticket, Actor by) {
        var ids = Stream.concat(
                        Stream.of(
                                ticket.owner(),
                                ticket.responsible(),
                                by instanceof Actor.ByAgent agent ? agent.id() : null),
                        addressees(ticket).stream())
                .filter(Objects::nonNull)
                .collect(toSet());
        return agents.all(ids).stream().collect(toMap(Agent::id, identity()));
    }

    private static List<AgentId> addressees(Briefing ticket) {
        return ticket.article() == null ? List.of() : ticket.article().addressees();
    }

    private @Nullable CustomerUser customerUser(Briefing ticket) {
        var id = ticket.customerUser();
        return id == null ? null : customers.find(id).orElse(null);
    }
}
