package sportello.customer;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.base.Outcome;

/** Enters customers and the people who ask for them (S2, S38). Nobody can log in by this alone: an account is another thing. */
@Component
public class Registering {
    private final CustomerSql customers;
    private final RegisterSql register;

    Registering(CustomerSql customers, RegisterSql register) {
        this.customers = customers;
        this.register = register;
    }

    @Transactional
    public Outcome<CustomerId> register(CustomerDetails details, Authority by) {
        if (!by.keepsCustomers()) return Outcome.refused("customers.keep");
        var known = register.customerCoded(details.code());
        if (known.isPresent())
            return Outcome.refused("customer.known", details.code(), known.get().name());
        return Outcome.done(register.insert(details));
    }

    @Transactional
    public Outcome<CustomerUserId> register(CustomerUserDetails details, Belonging belonging, Authority by) {
        if (!by.keepsCustomers()) return Outcome.refused("customers.keep");
        var customer = customers.customer(belonging.customer()).filter(Customer::valid);
        if (customer.isEmpty()) return Outcome.refused("customer_user.customer");
        var known = register.personCalled(details);
        if (known.isPresent())
            return Outcome.refused("customer_user.known", known.get().name());
        var id = register.insert(details, belonging.customer());
        register.ask(id, belonging.further());
        return Outcome.done(id);
    }
}
