package sportello.customer;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.audit.Book;
import sportello.audit.Topic;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.field.TypedFields;
import sportello.mail.Letters;

/**
 * Corrects what is known of customers and of the people who ask for them. What is no longer needed is made invalid,
 * never deleted. How somebody with an account enters, and for whom, is the administrators' to change: else whoever may
 * correct an address could read a stranger's requests by it. Who has none yet gets the first password by a link to the address
 * that stands here: to correct it is to decide who that is, so only those do who read all that could be read by it.
 */
@Component
public class Correcting {
    private final CustomerSql customers;
    private final RegisterSql register;
    private final Particulars particulars;
    private final Charges charges;
    private final Naming naming;
    private final Confirming confirming;
    private final RegisterBook registerBook;
    private final Letters letters;
    private final Book book;

    Correcting(
            CustomerSql customers,
            RegisterSql register,
            Particulars particulars,
            Charges charges,
            Naming naming,
            Confirming confirming,
            RegisterBook registerBook,
            Letters letters,
            Book book) {
        this.particulars = particulars;
        this.customers = customers;
        this.register = register;
        this.charges = charges;
        this.naming = naming;
        this.confirming = confirming;
        this.registerBook = registerBook;
        this.letters = letters;
        this.book = book;
    }

    /** @param seen the version of the customer that was corrected; nobody was asked for more */
    @Transactional
    public Outcome<CustomerId> correct(CustomerId id, int seen, CustomerDetails details, Authority by) {
        return correct(id, seen, details, TypedFields.NONE, by);
    }

    /** @param seen the version of the customer that was corrected */
    @Transactional
    public Outcome<CustomerId> correct(
            CustomerId id, int seen, CustomerDetails details, TypedFields fields, Authority by) {
        if (!by.administrator()) return Outcome.refused("customers.administer");
        var known = register.customerCoded(details.code())
                .filter(other -> !other.id().equals(id));
        if (known.isPresent())
            return Outcome.refused("customer.known", details.code(), known.get().name());
        var present = customers.customer(id).orElse(null);
        return charges.checked(details, present, by)
                .then(_ -> particulars.wanted(fields, particulars.of(id)))
                .then(wanted -> {
                    var before = registerBook.written(id);
                    if (!register.update(id, seen, details)) return Outcome.refused("customers.changed");
                    particulars.say(id, wanted);
                    registerBook.write(id, before);
                    return Outcome.done(id);
                });
    }

    /** @param seen the version of the customer user that was corrected; nobody was asked for more */
    @Transactional
    public Outcome<CustomerUserId> correct(
            CustomerUserId id, int seen, CustomerUserDetails details, Belonging belonging, Authority by) {
        return correct(id, seen, details, belonging, TypedFields.NONE, by);
    }

    /** @param seen the version of the customer user that was corrected */
    @Transactional
    public Outcome<CustomerUserId> correct(
            CustomerUserId id,
            int seen,
            CustomerUserDetails details,
            Belonging belonging,
            TypedFields fields,
            Authority by) {
        if (!by.keepsCustomers()) return Outcome.refused("customers.keep");
        var barrier = barrier(id, details, belonging, by);
        if (barrier.isPresent()) return new Outcome.Refused<>(barrier.get());
        var objection = naming.objection(details, customers.customerUser(id).orElse(null));
        if (objection.isPresent()) return new Outcome.Refused<>(objection.get());
        return particulars.wanted(fields, particulars.of(id)).then(wanted -> {
            var before = registerBook.written(id);
            if (!register.update(id, seen, details, belonging.customer())) return Outcome.refused("customers.changed");
            register.forget(id);
            register.ask(id, belonging.further());
            particulars.say(id, wanted);
            registerBook.write(id, before);
            return Outcome.done(id);
        });
    }

    /** Mails reach the person again; where none came back there is nothing to do. */
    @Transactional
    public Outcome<CustomerUserId> unmark(CustomerUserId id, Authority by) {
        if (!by.keepsCustomers()) return Outcome.refused("customers.keep");
        customers.customerUser(id).ifPresent(this::unmark);
        return Outcome.done(id);
    }

    /** A mark as the book tells of it. */
    private record Mark(String address, String words) {}

    private void unmark(CustomerUser user) {
        var bounce = letters.bounce(user.email());
        if (bounce.isEmpty()) return;
        letters.unmark(user.email());
        var mark = new Mark(user.email(), bounce.get().words());
        book.write(Topic.BOUNCES, user.id().value(), user.name(), mark, null);
    }

    /** Why the person may not enter otherwise than before by the word of this agent; whoever enters as before may. */
    private Optional<Refusal> barrier(
            CustomerUserId id, CustomerUserDetails details, Belonging belonging, Authority by) {
        if (by.administrator()) return Optional.empty();
        var user = customers.customerUser(id).orElse(null);
        if (user == null || details.entersLike(user) && belonging.isOf(user, customers.customersOf(id)))
            return Optional.empty();
        if (register.hasAccount(id)) return Optional.of(new Refusal("customers.account"));
        return confirming.maySteer(user, belonging, by)
                ? Optional.empty()
                : Optional.of(new Refusal("customers.steer"));
    }
}
