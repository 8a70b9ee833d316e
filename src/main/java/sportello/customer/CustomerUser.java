package sportello.customer;

import java.time.ZoneId;
import sportello.base.Language;

/** A person who asks on behalf of a customer ("Utente cliente"). */
public record CustomerUser(
        CustomerUserId id,
        String login,
        CustomerId customer,
        String firstName,
        String lastName,
        String email,
        String phone,
        Language language,
        ZoneId zone,
        boolean valid) {

    public String name() {
        return firstName + " " + lastName;
    }
}
