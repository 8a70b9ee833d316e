package sportello.web.agent.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import sportello.agent.Permission;
import sportello.base.Refusal;
import sportello.customer.Confirming;
import sportello.customer.Contact;
import sportello.customer.CustomerUser;
import sportello.customer.CustomerUserId;
import sportello.customer.Customers;
import sportello.customer.Directory;
import sportello.customer.Particulars;
import sportello.identity.Inviting;
import sportello.identity.Viewer.AgentViewer;
import sportello.mail.Letters;
import sportello.ticket.AskedBy;
import sportello.ticket.Sight;
import sportello.web.NotFound;
import sportello.web.Views;

/** The page of a person who asks, as every door of the person shows it. */
@Component
class CustomerUserPages {
    private final Customers customers;
    private final Directory directory;
    private final AskedTickets asked;
    private final Particulars particulars;
    private final Letters letters;
    private final Inviting inviting;
    private final Confirming confirming;
    private final Views views;

    CustomerUserPages(
            Customers customers,
            Directory directory,
            AskedTickets asked,
            Particulars particulars,
            Letters letters,
            Inviting inviting,
            Confirming confirming,
            Views views) {
        this.customers = customers;
        this.directory = directory;
        this.asked = asked;
        this.particulars = particulars;
        this.letters = letters;
        this.inviting = inviting;
        this.confirming = confirming;
        this.views = views;
    }

    /** A person with the organisations for which the viewer may know the person. */
    private record Known(CustomerUser user, List<Contact> contacts) {}

    /** The person, whom the viewer may know. */
    CustomerUser user(long id, AgentViewer viewer) {
        return known(id, viewer).user();
    }

    View show(long id, String state, String after, AgentViewer viewer) {
        return views.show(HttpStatus.OK, "agent/customer/user", page(known(id, viewer), state, after, null, viewer));
    }

    /** The page once more, which says why not. */
    View refused(CustomerUser user, Refusal why, AgentViewer viewer) {
        var page = page(known(user.id().value(), viewer), "", "", why, viewer);
        return views.show(HttpStatus.UNPROCESSABLE_CONTENT, "agent/customer/user", page);
    }

    private Known known(long id, AgentViewer viewer) {
        var user = customers.find(new CustomerUserId(id)).orElseThrow(NotFound::new);
        var contacts = directory.contactsOf(user.id(), Sight.circle(viewer));
        if (contacts.isEmpty()) throw new NotFound();
        return new Known(user, contacts);
    }

    private CustomerUserPage page(
            Known known, String state, String after, @Nullable Refusal refusal, AgentViewer viewer) {
        var user = known.user();
        return new CustomerUserPage(
                user,
                letters.bounce(user.email()).orElse(null),
                inviting.access(user.id()),
                known.contacts(),
                particulars.of(user.id()),
                asked.of(
                        new AskedBy.Person(user.id()),
                        "/customers/users/" + user.id().value(),
                        state,
                        after,
                        viewer),
                viewer.authority().keepsCustomers(),
                !user.confirmed() && confirming.mayConfirm(user.id(), viewer.authority()),
                viewer.grants().allowAnywhere(Permission.CREATE),
                refusal);
    }
}
