package sportello.web.agent.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.customer.Contact;
import sportello.customer.CustomerLine;

/**
 * All customers, or those and the people who match what was typed.
 *
 * @param next the next page, null on the last
 */
public record CustomersPage(
        String q,
        List<Line> lines,
        List<Contact> people,
        @Nullable String next,
        boolean mayKeep) {

    public CustomersPage {
        lines = List.copyOf(lines);
        people = List.copyOf(people);
    }

    /** @param open how many tickets are under way, of those that the viewer may see */
    public record Line(CustomerLine customer, int open) {}

    public boolean isSearch() {
        return !q.isBlank();
    }
}
