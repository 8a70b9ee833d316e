package sportello.notification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.customer.CustomerUser;

/**
 * Everybody whom the rules of one occasion address.
 *
 * @param actor whoever of the desk did it
 * @param admitted the agents who may see the ticket's queue
 * @param standIns who stands in for those of them who are away
 * @param writtenTo the addresses to which the text itself was mailed
 * @param known those whom rules list, by what they are known
 * @param hidden whether the ticket does not exist for the customer user
 */
record People(
        @Nullable Agent actor,
        @Nullable CustomerUser customerUser,
        @Nullable Agent owner,
        @Nullable Agent responsible,
        List<Agent> queueAgents,
        List<Agent> administrators,
        List<Agent> watchers,
        List<Agent> mentioned,
        Set<AgentId> admitted,
        Map<AgentId, Agent> standIns,
        List<String> writtenTo,
        Map<AgentId, Agent> known,
        boolean hidden) {

    List<Person> addressedBy(Rule rule) {
        return switch (rule.audience()) {
            case CUSTOMER_USER ->
                Optional.ofNullable(customerUser).<Person>map(Person.OfACustomer::new).stream()
                        .toList();
            case OWNER -> ofTheDesk(owner);
            case RESPONSIBLE -> ofTheDesk(responsible);
            case QUEUE_AGENTS -> ofTheDesk(queueAgents);
            case ADMINISTRATORS -> ofTheDesk(administrators);
            case WATCHERS -> ofTheDesk(watchers);
            case MENTIONED -> ofTheDesk(mentioned);
            case SUBSCRIBERS, WRITERS, PERMITTED, MEMBERS, ROLES, NAMED -> ofTheDesk(listed(rule));
            case ADDRESSES, WEBHOOKS -> List.copyOf(rule.outside());
        };
    }

    /**
     * Whether what the letter says exists for the person. A customer user sees the own tickets, unless their group is
     * reserved. Administrators are the net under the raw queue: they give the keys to its group, and must hear of a request
     * even when nobody holds one.
     */
    boolean maySee(Person person, Audience as) {
        return switch (person) {
            case Person.OfTheDesk(var agent) -> as == Audience.ADMINISTRATORS || admitted.contains(agent.id());
            case Person.OfACustomer _ -> !hidden;
            case Person.Outside _, Person.Hook _ -> true;
        };
    }

    /** Whoever stands in for an absent person and may see the queue: who may not, learns nothing of it. */
    Optional<Agent> standInFor(Person person) {
        return switch (person) {
            case Person.OfTheDesk(var agent) ->
                Optional.ofNullable(standIns.get(agent.id())).filter(standIn -> admitted.contains(standIn.id()));
            case Person.OfACustomer _, Person.Outside _, Person.Hook _ -> Optional.empty();
        };
    }

    boolean wasWrittenTo(Person person) {
        return writtenTo.stream().anyMatch(person.address()::equalsIgnoreCase);
    }

    People writtenToNobody() {
        return new People(
                actor,
                customerUser,
                owner,
                responsible,
                queueAgents,
                administrators,
                watchers,
                mentioned,
                admitted,
                standIns,
                List.of(),
                known,
                hidden);
    }

    private List<Agent> listed(Rule rule) {
        return rule.agents().stream()
                .flatMap(id -> Stream.ofNullable(known.get(id)))
                .toList();
    }

    private static List<Person> ofTheDesk(@Nullable Agent agent) {
        return agent == null ? List.of() : ofTheDesk(List.of(agent));
    }

    private static List<Person> ofTheDesk(List<Agent> agents) {
        return agents.stream().<Person>map(Person.OfTheDesk::new).toList();
    }
}
