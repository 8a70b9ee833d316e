package sportello.customer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.agent.Agents;
import sportello.agent.Authority;
import sportello.base.Outcome;

/**
 * In whose hands a customer's new tickets are. Who has left since may stay, passed over, until somebody chooses another;
 * nobody who has left is chosen anew.
 */
@Component
public class Charges {
    private final Agents agents;

    Charges(Agents agents) {
        this.agents = agents;
    }

    /** Who can be chosen, by name, and who is there already. */
    public List<Agent> choices(@Nullable Customer present, Authority by) {
        var valid = agents.valid(by);
        var gone = present == null
                ? List.<AgentId>of()
                : people(present.owner(), present.responsible())
                        .filter(id ->
                                valid.stream().noneMatch(agent -> agent.id().equals(id)))
                        .toList();
        return gone.isEmpty()
                ? valid
                : Stream.concat(valid.stream(), agents.all(gone).stream()).toList();
    }

    /** The people of the customer that somebody may look up, in one statement. */
    public List<Agent> of(Customer customer) {
        var ids = people(customer.owner(), customer.responsible()).toList();
        return ids.isEmpty() ? List.of() : agents.all(ids);
    }

    /** The log-in of a valid agent; nothing for whom nobody knows. */
    Optional<AgentId> byLogin(String login) {
        return agents.byLogin(login).filter(Agent::valid).map(Agent::id);
    }

    /** Empty for nobody. */
    String login(@Nullable AgentId agent) {
        return agent == null ? "" : agents.find(agent).map(Agent::login).orElse("");
    }

    /** Empty for nobody. */
    String name(@Nullable AgentId agent) {
        return agent == null ? "" : agents.find(agent).map(Agent::name).orElse("");
    }

    /** @param before null for a new customer */
    Outcome<CustomerDetails> checked(CustomerDetails details, @Nullable Customer before, Authority by) {
        var valid = choices(before, by).stream().map(Agent::id).toList();
        return people(details.owner(), details.responsible()).allMatch(valid::contains)
                ? Outcome.done(details)
                : Outcome.refused("customer.agent");
    }

    private static Stream<AgentId> people(@Nullable AgentId owner, @Nullable AgentId responsible) {
        return Stream.of(Optional.ofNullable(owner), Optional.ofNullable(responsible))
                .flatMap(Optional::stream)
                .distinct();
    }
}
