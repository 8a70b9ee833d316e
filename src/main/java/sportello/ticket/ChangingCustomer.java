package sportello.ticket;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Outcome;
import sportello.customer.CustomerUser;
import sportello.customer.CustomerUserId;
import sportello.customer.Customers;
import sportello.customer.Directory;
import sportello.identity.Viewer.AgentViewer;

/** Says anew who asked (S63): the customer user, and with that person the organisation. */
@Component
public class ChangingCustomer {
    private final Workbench workbench;
    private final Customers customers;
    private final Directory directory;
    private final Chronicle chronicle;

    ChangingCustomer(Workbench workbench, Customers customers, Directory directory, Chronicle chronicle) {
        this.workbench = workbench;
        this.customers = customers;
        this.directory = directory;
        this.chronicle = chronicle;
    }

    /**
     * The ticket is then seen by the new customer, and by the former one no more.
     *
     * @param seen the version of the ticket that the decision was made on
     */
    @Transactional
    public Outcome<Trace> change(TicketNumber number, int seen, CustomerUserId to, AgentViewer by) {
        return workbench.work(number, Work.CHANGE_CUSTOMER, by, seen, ticket -> {
            if (to.equals(ticket.customerUser())) return Outcome.done(Trace.NONE);
            var user = customers.find(to).filter(CustomerUser::valid).orElse(null);
            if (user == null || !isKnown(user, by)) return Outcome.refused("customer.gone");
            var event = new TicketEvent.CustomerChanged(
                    ticket.id(), by.actor(), ticket.customer(), ticket.customerUser(), user.customer(), to);
            ticket.askedBy(user.customer(), to);
            workbench.put(ticket, by.actor());
            return Outcome.done(new Trace(chronicle.record(event)));
        });
    }

    private boolean isKnown(CustomerUser user, AgentViewer by) {
        return directory.contactsOf(user.id(), Sight.circle(by)).stream()
                .anyMatch(contact -> contact.own() && contact.valid());
    }
}
