package sportello.customer;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.mail.Letters;

/**
 * Corrects what is known of customers and of the people who ask for them. What is no longer needed is made invalid,
 * never deleted. How somebody with an account enters, and for whom, is the administrators' to change: else whoever may
 * correct an address could read a stranger's requests by it.
 */
@Component
public class Correcting {
    private final CustomerSql customers;
    private final RegisterSql register;
    private final Letters letters;

    Correcting(CustomerSql customers, RegisterSql register, Letters letters) {
        this.customers = customers;
        this.register = register;
        this.letters = letters;
    }

    /** @param seen the version of the customer that was corrected */
    @Transactional
    public Outcome<CustomerId> correct(CustomerId id, int seen, CustomerDetails details, Authority by) {
        if (!by.administrator()) return Outcome.refused("customers.administer");
        var known = register.customerCoded(details.code())
                .filter(other -> !other.id().equals(id));
        if (known.isPresent())
            return Outcome.refused("customer.known", details.code(), known.get().name());
        return register.update(id, seen, details) ? Outcome.done(id) : Outcome.refused("customers.changed");
    }

    /** @param seen the version of the customer user that was corrected */
    @Transactional
    public Outcome<CustomerUserId> correct(
            CustomerUserId id, int seen, CustomerUserDetails details, Belonging belonging, Authority by) {
        if (!by.keepsCustomers()) return Outcome.refused("customers.keep");
        if (!by.administrator() && register.hasAccount(id) && !entersAsBefore(id, details, belonging))
            return Outcome.refused("customers.account");
        var known = register.personCalled(details).filter(other -> !other.id().equals(id));
        if (known.isPresent())
            return Outcome.refused("customer_user.known", known.get().name());
        if (!register.update(id, seen, details, belonging.customer())) return Outcome.refused("customers.changed");
        register.forget(id);
        register.ask(id, belonging.further());
        return Outcome.done(id);
    }

    /** Mails reach the person again; where none came back there is nothing to do. */
    @Transactional
    public Outcome<CustomerUserId> unmark(CustomerUserId id, Authority by) {
        if (!by.keepsCustomers()) return Outcome.refused("customers.keep");
        customers.customerUser(id).ifPresent(user -> letters.unmark(user.email()));
        return Outcome.done(id);
    }

    private boolean entersAsBefore(CustomerUserId id, CustomerUserDetails details, Belonging belonging) {
        return customers
                .customerUser(id)
                .filter(user -> details.entersLike(user) && belonging.isOf(user, customers.customersOf(id)))
                .isPresent();
    }
}
