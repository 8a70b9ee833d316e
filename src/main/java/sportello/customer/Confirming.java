package sportello.customer;

import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.base.Outcome;

/**
 * Says that a person asks for the customers that stand there, and so reads what stands in their tickets by the portal (S7).
 * Administrators say it, and whoever reads all of that: who could enter anybody with an address of one's own would else
 * read by it what stands in other groups' queues.
 */
@Component
public class Confirming {
    private final CustomerSql customers;
    private final RegisterSql register;
    private final Insight insight;
    private final RegisterBook book;

    Confirming(CustomerSql customers, RegisterSql register, Insight insight, RegisterBook book) {
        this.customers = customers;
        this.register = register;
        this.insight = insight;
        this.book = book;
    }

    /** Confirming somebody twice changes nothing. */
    @Transactional
    public Outcome<CustomerUserId> confirm(CustomerUserId id, Authority by) {
        if (!by.keepsCustomers()) return Outcome.refused("customers.keep");
        if (!mayConfirm(id, by)) return Outcome.refused("customers.confirm");
        var before = book.written(id);
        register.confirm(id);
        book.write(id, before);
        return Outcome.done(id);
    }

    /** Whether the agent may say so. */
    public boolean mayConfirm(CustomerUserId id, Authority by) {
        return by.keepsCustomers() && reads(by, customers.customersOf(id), id);
    }

    /** Whether a new person of these customers needs no other word than the agent's. */
    boolean mayVouch(Belonging belonging, Authority by) {
        return by.administrator() || insight.isFull(by, belonging.all(), null);
    }

    /**
     * Whether the agent may say how the person enters, and for whom. Whoever is not confirmed reads the own requests alone.
     */
    boolean maySteer(CustomerUser user, Belonging belonging, Authority by) {
        var concerned = new HashSet<CustomerId>();
        if (user.confirmed()) {
            concerned.addAll(belonging.all());
            concerned.addAll(customers.customersOf(user.id()));
        }
        return reads(by, concerned, user.id());
    }

    private boolean reads(Authority by, Set<CustomerId> all, CustomerUserId person) {
        return by.administrator() || insight.isFull(by, all, person);
    }
}
