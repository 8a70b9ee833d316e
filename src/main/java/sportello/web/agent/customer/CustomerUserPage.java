package sportello.web.agent.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.customer.Contact;
import sportello.customer.CustomerUser;
import sportello.field.FilledField;
import sportello.mail.Bounce;

/**
 * A person who asks: how to reach them, and what they have asked.
 *
 * @param bounce what came back from the person’s address, null if nothing did
 * @param contacts the person once for each customer, the own one first
 */
public record CustomerUserPage(
        CustomerUser user,
        @Nullable Bounce bounce,
        List<Contact> contacts,
        List<FilledField> fields,
        AskedList tickets,
        boolean mayKeep,
        boolean mayOpen) {

    public CustomerUserPage {
        contacts = List.copyOf(contacts);
    }

    public String address() {
        return "/customers/users/" + user.id().value();
    }

    /** The address up to its sign; there a long one may break. */
    public String mailbox() {
        return user.email().substring(0, user.email().indexOf('@') + 1);
    }

    public String host() {
        return user.email().substring(user.email().indexOf('@') + 1);
    }

    /** Whether a ticket can be opened for the person. */
    public boolean canAsk() {
        return mayOpen && contacts.stream().anyMatch(Contact::valid);
    }
}
