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
import sportello.field.TypedFields;
import sportello.identity.Viewer.AgentViewer;
import sportello.identity.Welcoming;

/** Finds for whom a ticket is opened, or enters the person within the same transaction. */
@Component
class Askers {
    private final Customers customers;
    private final Directory directory;
    private final Registering registering;
    private final Welcoming welcoming;

    Askers(Customers customers, Directory directory, Registering registering, Welcoming welcoming) {
        this.customers = customers;
        this.directory = directory;
        this.registering = registering;
        this.welcoming = welcoming;
    }

    /** A person who asks for an organisation. */
    record Asker(CustomerUser user, CustomerId customer) {}

    Outcome<Asker> of(Asking asking, AgentViewer by) {
        return switch (asking) {
            case Asking.Known(var user, var customer) -> known(user, customer, by);
            case Asking.Newcomer(var person, var customer, var invited) -> entered(person, customer, invited, by);
            case Asking.Stranger(var person, var organisation, var invited) ->
                registering
                        .register(organisation, by.authority())
                        .then(customer -> entered(person, customer, invited, by));
        };
    }

    private Outcome<Asker> known(CustomerUserId id, CustomerId customer, AgentViewer by) {
        var user = customers.find(id).orElse(null);
        var mayAsk = directory.contactsOf(id, Sight.circle(by)).stream()
                .anyMatch(contact -> contact.valid() && contact.customer().equals(customer));
        return user != null && mayAsk ? Outcome.done(new Asker(user, customer)) : Outcome.refused("opening.asker");
    }

    private Outcome<Asker> entered(CustomerUserDetails person, CustomerId customer, boolean invited, AgentViewer by) {
        return welcoming
                .register(person, Belonging.to(customer), TypedFields.NONE, invited, by.authority())
                .then(id -> Outcome.done(new Asker(customers.find(id).orElseThrow(), customer)));
    }
}
