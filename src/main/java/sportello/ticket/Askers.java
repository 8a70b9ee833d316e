package sportello.ticket;

import org.springframework.stereotype.Component;
import sportello.base.Outcome;
import sportello.customer.Belonging;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUser;
import sportello.customer.CustomerUserDetails;
import sportello.customer.CustomerUserId;
import sportello.customer.Customers;
import sportello.customer.Directory;
import sportello.customer.Registering;
import sportello.identity.Viewer.AgentViewer;

/** Finds for whom a ticket is opened, or enters the person within the same transaction. */
@Component
class Askers {
    private final Customers customers;
    private final Directory directory;
    private final Registering registering;

    Askers(Customers customers, Directory directory, Registering registering) {
        this.customers = customers;
        this.directory = directory;
        this.registering = registering;
    }

    /** A person who asks for an organisation. */
    record Asker(CustomerUser user, CustomerId customer) {}

    Outcome<Asker> of(Asking asking, AgentViewer by) {
        return switch (asking) {
            case Asking.Known(var user, var customer) -> known(user, customer, by);
            case Asking.Newcomer(var person, var customer) -> entered(person, customer, by);
            case Asking.Stranger(var person, var organisation) ->
                registering.register(organisation, by.authority()).then(customer -> entered(person, customer, by));
        };
    }

    private Outcome<Asker> known(CustomerUserId id, CustomerId customer, AgentViewer by) {
        var user = customers.find(id).orElse(null);
        var mayAsk = directory.contactsOf(id, Sight.circle(by)).stream()
                .anyMatch(contact -> contact.valid() && contact.customer().equals(customer));
        return user != null && mayAsk ? Outcome.done(new Asker(user, customer)) : Outcome.refused("opening.asker");
    }

    private Outcome<Asker> entered(CustomerUserDetails person, CustomerId customer, AgentViewer by) {
        return registering
                .register(person, Belonging.to(customer), by.authority())
                .then(id -> Outcome.done(new Asker(customers.find(id).orElseThrow(), customer)));
    }
}
