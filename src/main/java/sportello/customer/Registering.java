package sportello.customer;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.field.TypedFields;

/**
 * Enters customers and the people who ask for them (S2, S38). Nobody can log in by this alone: an account is another thing,
 * opened by a link that goes to the person's address. Who is entered by somebody who does not read all of the customers' tickets
 * reads the own requests alone there, until that is confirmed ({@link Confirming}).
 */
@Component
public class Registering {
    private final CustomerSql customers;
    private final RegisterSql register;
    private final Particulars particulars;
    private final Charges charges;
    private final Naming naming;
    private final Confirming confirming;
    private final RegisterBook book;

    Registering(
            CustomerSql customers,
            RegisterSql register,
            Particulars particulars,
            Charges charges,
            Naming naming,
            Confirming confirming,
            RegisterBook book) {
        this.customers = customers;
        this.register = register;
        this.particulars = particulars;
        this.charges = charges;
        this.naming = naming;
        this.confirming = confirming;
        this.book = book;
    }

    /** Nobody was asked for more. */
    @Transactional
    public Outcome<CustomerId> register(CustomerDetails details, Authority by) {
        return register(details, TypedFields.NONE, by);
    }

    @Transactional
    public Outcome<CustomerId> register(CustomerDetails details, TypedFields fields, Authority by) {
        if (!by.keepsCustomers()) return Outcome.refused("customers.keep");
        var known = register.customerCoded(details.code());
        if (known.isPresent())
            return Outcome.refused("customer.known", details.code(), known.get().name());
        return charges.checked(details, null, by)
                .then(_ -> particulars.wanted(fields, List.of()))
                .then(wanted -> {
                    var id = register.insert(details);
                    particulars.say(id, wanted);
                    book.write(id, null);
                    return Outcome.done(id);
                });
    }

    /** Nobody was asked for more. */
    @Transactional
    public Outcome<CustomerUserId> register(CustomerUserDetails details, Belonging belonging, Authority by) {
        return register(details, belonging, TypedFields.NONE, by);
    }

    @Transactional
    public Outcome<CustomerUserId> register(
            CustomerUserDetails details, Belonging belonging, TypedFields fields, Authority by) {
        if (!by.keepsCustomers()) return Outcome.refused("customers.keep");
        var customer = customers.customer(belonging.customer()).filter(Customer::valid);
        if (customer.isEmpty()) return Outcome.refused("customer_user.customer");
        var objection = naming.objection(details, null);
        if (objection.isPresent()) return new Outcome.Refused<>(objection.get());
        return particulars.wanted(fields, List.of()).then(wanted -> {
            var id = register.insert(details, belonging.customer(), confirming.mayVouch(belonging, by));
            register.ask(id, belonging.further());
            particulars.say(id, wanted);
            book.write(id, null);
            return Outcome.done(id);
        });
    }
}
