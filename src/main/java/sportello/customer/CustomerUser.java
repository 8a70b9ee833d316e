package sportello.customer;

import java.time.ZoneId;
import sportello.base.Language;

/**
 * A person who asks on behalf of a customer ("Utente cliente").
 *
 * @param confirmed whether somebody who may has said that the person asks for these customers; until then the portal
 *     shows the own requests alone
 * @param taxCode empty if nobody has said it
 * @param version what a correction made on this reading must name
 */
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
        boolean valid,
        boolean confirmed,
        String taxCode,
        int version) {

    public String name() {
        return firstName + " " + lastName;
    }
}
