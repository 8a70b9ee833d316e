package sportello.customer;

import java.util.HashSet;
import java.util.Set;

/**
 * For whom a person asks.
 *
 * @param customer the person's own organisation
 * @param further those for which the person asks besides
 */
public record Belonging(CustomerId customer, Set<CustomerId> further) {

    public Belonging {
        var others = new HashSet<>(further);
        others.remove(customer);
        further = Set.copyOf(others);
    }

    /** To one organisation alone. */
    public static Belonging to(CustomerId customer) {
        return new Belonging(customer, Set.of());
    }

    boolean isOf(CustomerUser user, Set<CustomerId> customers) {
        return customer.equals(user.customer()) && all().equals(customers);
    }

    Set<CustomerId> all() {
        var all = new HashSet<>(further);
        all.add(customer);
        return all;
    }
}
