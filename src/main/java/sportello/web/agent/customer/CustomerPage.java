package sportello.web.agent.customer;

import java.util.List;
import sportello.customer.Contact;
import sportello.customer.Customer;
import sportello.field.FilledField;

/** A customer: its people, and what it has asked. */
public record CustomerPage(
        Customer customer,
        List<FilledField> fields,
        List<Line> people,
        AskedList tickets,
        boolean mayKeep,
        boolean mayCorrect) {

    public CustomerPage {
        people = List.copyOf(people);
    }

    /** @param open how many tickets are under way, of those that the viewer may see */
    public record Line(Contact person, int open) {}

    public String address() {
        return "/customers/" + customer.id().value();
    }
}
