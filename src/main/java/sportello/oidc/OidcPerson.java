package sportello.oidc;

import java.util.Locale;

/**
 * Somebody as the provider knows them.
 *
 * @param subject the provider's own word for the person, which never changes hands
 * @param email an address, empty unless the provider has verified it
 */
public record OidcPerson(String issuer, String subject, String email, String firstName, String lastName) {

    /** Of the address; empty where there is none. */
    public String domain() {
        return email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
