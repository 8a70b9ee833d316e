package sportello.web.agent.opening;

import java.util.List;
import sportello.customer.Contact;

/** Those among whom the asker is chosen: part of the form, and by itself what comes while somebody types. */
public record ContactsPage(OpeningForm typed, List<Contact> contacts, boolean mayEnter) {

    public ContactsPage {
        contacts = List.copyOf(contacts);
    }
}
