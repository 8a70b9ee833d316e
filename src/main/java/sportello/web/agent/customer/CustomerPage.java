package sportello.web.agent.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.customer.Contact;
import sportello.customer.Customer;
import sportello.field.FilledField;

/** A customer: its people, and what it has asked. */
public record CustomerPage(
        Customer customer,
        List<FilledField> fields,
        List<Agent> inCharge,
        List<Line> people,
        AskedList tickets,
        boolean mayKeep,
        boolean mayCorrect) {

    public CustomerPage {
        people = List.copyOf(people);
    }

    /** @param open how many tickets are under way, of those that the viewer may see */
    public record Line(Contact person, int open) {}

    /** Empty for nobody. */
    public String name(@Nullable AgentId id) {
        return inCharge.stream()
                .filter(agent -> agent.id().equals(id))
                .findFirst()
                .map(Agent::name)
                .orElse("");
    }

    public String address() {
        return "/customers/" + customer.id().value();
    }
}
