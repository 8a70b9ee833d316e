package sportello.notification;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Absences;
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
    private final Absences absences;
    private final Customers customers;

    Gathering(Agents agents, Absences absences, Customers customers) {
        this.agents = agents;
        this.absences = absences;
        this.customers = customers;
    }

    People around(Briefing ticket, Actor by, List<Rule> rules) {
        var audiences = rules.stream().map(Rule::audience).collect(toSet());
        var known = known(ticket, by, rules);
        var queueAgents = audiences.contains(Audience.QUEUE_AGENTS)
                ? agents.with(Permission.RW, ticket.group())
                : List.<Agent>of();
        var administrators = audiences.contains(Audience.ADMINISTRATORS) ? agents.administrators() : List.<Agent>of();
        var desk = ids(known.values(), queueAgents, administrators);
        return new People(
                by instanceof Actor.ByAgent agent ? known.get(agent.id()) : null,
                audiences.contains(Audience.CUSTOMER_USER) ? customerUser(ticket) : null,
                known.get(ticket.owner()),
                known.get(ticket.responsible()),
                queueAgents,
                administrators,
                audiences.contains(Audience.WATCHERS) ? watchers(ticket, known) : List.of(),
                addressees(ticket).stream()
                        .flatMap(id -> Stream.ofNullable(known.get(id)))
                        .toList(),
                desk.isEmpty() ? Set.of() : ids(agents.with(Permission.RO, ticket.group())),
                absences.standIns(desk),
                ticket.article() == null ? List.of() : ticket.article().addresses(),
                known,
                ticket.traits().hidden());
    }

    @SafeVarargs
    private static Set<AgentId> ids(Collection<Agent>... agents) {
        return Stream.of(agents).flatMap(Collection::stream).map(Agent::id).collect(toSet());
    }

    private Map<AgentId, Agent> known(Briefing ticket, Actor by, List<Rule> rules) {
        var people =
                Stream.of(ticket.owner(), ticket.responsible(), by instanceof Actor.ByAgent agent ? agent.id() : null);
        var ids = Stream.of(
                        people,
                        ticket.watchers().stream(),
                        addressees(ticket).stream(),
                        rules.stream().flatMap(rule -> rule.agents().stream()))
                .flatMap(identity())
                .filter(Objects::nonNull)
                .collect(toSet());
        var found = ids.isEmpty() ? List.<Agent>of() : agents.all(ids);
        return found.stream().collect(toMap(Agent::id, identity()));
    }

    private static List<Agent> watchers(Briefing ticket, Map<AgentId, Agent> known) {
        return ticket.watchers().stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<AgentId> addressees(Briefing ticket) {
        return ticket.article() == null ? List.of() : ticket.article().addressees();
    }

    private @Nullable CustomerUser customerUser(Briefing ticket) {
        var id = ticket.customerUser();
        return id == null ? null : customers.find(id).orElse(null);
    }
}
