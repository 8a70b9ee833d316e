package sportello.queue;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.agent.Agents;
import sportello.agent.Permission;
import sportello.customer.CustomerId;
import sportello.customer.Customers;

/**
 * Puts a request into its queue: the first rule whose conditions all hold decides, and nothing matching means the raw
 * queue. People the rule leaves open come from the customer, then from the queue; who may not work there is passed over.
 */
@Component
public class Routing {
    private static final int NORMAL = 3;

    private final RoutingRuleSql rules;
    private final Queues queues;
    private final Agents agents;
    private final Customers customers;

    Routing(RoutingRuleSql rules, Queues queues, Agents agents, Customers customers) {
        this.rules = rules;
        this.queues = queues;
        this.agents = agents;
        this.customers = customers;
    }

    public Route route(Incoming request) {
        return route(request, null, queue -> true);
    }

    /** @param otherwise where a request goes that matches no rule; the raw queue if null */
    public Route route(Incoming request, @Nullable Queue otherwise) {
        return route(request, otherwise, queue -> true);
    }

    /** @param open whether the request may go into the queue; if not, the rule is passed over that leads there */
    public Route route(Incoming request, Predicate<Queue> open) {
        return route(request, null, open);
    }

    private Route route(Incoming request, @Nullable Queue otherwise, Predicate<Queue> open) {
        return rules.inOrder().stream()
                .filter(rule -> rule.matches(request) && open.test(queueOf(rule)))
                .findFirst()
                .map(rule -> along(rule, request))
                .orElseGet(() -> manned(
                        otherwise == null ? queues.raw() : otherwise, null, null, request.customerId(), NORMAL, ""));
    }

    /** Both of these, with what each rule says to it; nothing happens. */
    public RoutingTrial tried(Incoming request, @Nullable Queue otherwise, Predicate<Queue> open) {
        var asked = rules.inOrder().stream()
                .map(rule -> new RoutingTrial.Asked(
                        rule.name(), rule.unmet(request), rule.matches(request) && !open.test(queueOf(rule))))
                .toList();
        return new RoutingTrial(route(request, otherwise, open), asked);
    }

    /** Where a person has chosen the queue: who was not chosen comes from the customer and the queue, as by a rule. */
    public Route byHand(
            Queue queue,
            @Nullable AgentId owner,
            @Nullable AgentId responsible,
            @Nullable CustomerId customer,
            int priority) {
        return manned(queue, owner, responsible, customer, priority, "");
    }

    private Queue queueOf(RoutingRule rule) {
        return rule.queue() == null
                ? queues.raw()
                : queues.find(rule.queue()).filter(Queue::valid).orElseGet(queues::raw);
    }

    private Route along(RoutingRule rule, Incoming request) {
        return manned(
                queueOf(rule),
                rule.owner(),
                rule.responsible(),
                request.customerId(),
                rule.priority() == null ? NORMAL : rule.priority(),
                rule.name());
    }

    private Route manned(
            Queue queue,
            @Nullable AgentId owner,
            @Nullable AgentId responsible,
            @Nullable CustomerId customer,
            int priority,
            String rule) {
        var asking = customer == null ? null : customers.find(customer).orElse(null);
        var owners = new Candidates(owner, asking == null ? null : asking.owner(), queue.defaultOwner());
        var responsibles =
                new Candidates(responsible, asking == null ? null : asking.responsible(), queue.defaultResponsible());
        var able = owners.isEmpty() && responsibles.isEmpty() ? Set.<AgentId>of() : able(queue);
        return new Route(
                queue,
                owners.first(able),
                responsibles.first(able),
                priority,
                rule,
                owners.isOfCustomer(able),
                responsibles.isOfCustomer(able));
    }

    /** Who comes into question, in this order. */
    private record Candidates(
            @Nullable AgentId chosen,
            @Nullable AgentId ofCustomer,
            @Nullable AgentId ofQueue) {

        boolean isEmpty() {
            return chosen == null && ofCustomer == null && ofQueue == null;
        }

        @Nullable AgentId first(Set<AgentId> able) {
            return Stream.of(Optional.ofNullable(chosen), Optional.ofNullable(ofCustomer), Optional.ofNullable(ofQueue))
                    .flatMap(Optional::stream)
                    .filter(able::contains)
                    .findFirst()
                    .orElse(null);
        }

        /** Not where a rule chose the same. */
        boolean isOfCustomer(Set<AgentId> able) {
            return ofCustomer != null && able.contains(ofCustomer) && (chosen == null || !able.contains(chosen));
        }
    }

    private Set<AgentId> able(Queue queue) {
        return agents.with(Permission.RW, queue.group()).stream().map(Agent::id).collect(Collectors.toSet());
    }
}
