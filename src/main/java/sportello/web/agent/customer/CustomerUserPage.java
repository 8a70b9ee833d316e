package sportello.web.agent.customer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.customer.Contact;
import sportello.customer.CustomerUser;
import sportello.field.FilledField;
import sportello.identity.PortalAccess;
import sportello.mail.Bounce;

/**
 * A person who asks: how to reach them, and what they have asked.
 *
 * @param bounce what came back from the person’s address, null if nothing did
 * @param contacts the person once for each customer, the own one first
 * @param mayConfirm whether the viewer may say that a person of whom it is not confirmed asks for these customers
 */
public record CustomerUserPage(
        CustomerUser user,
        @Nullable Bounce bounce,
        PortalAccess access,
        List<Contact> contacts,
        List<FilledField> fields,
        AskedList tickets,
        boolean mayKeep,
        boolean mayConfirm,
        boolean mayOpen,
        @Nullable Refusal refusal) {

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

    /** Whether the viewer can invite the person to the portal. */
    public boolean canInvite() {
        return mayKeep && !access.open() && contacts.stream().anyMatch(contact -> contact.own() && contact.valid());
    }

    /** Whether the link of the last invitation still opens the portal. */
    public boolean isInvitationGood(Instant now) {
        return access.goodUntil() != null && now.isBefore(access.goodUntil());
    }

    /** Whether a ticket can be opened for the person. */
    public boolean canAsk() {
        return mayOpen && contacts.stream().anyMatch(Contact::valid);
    }
}
