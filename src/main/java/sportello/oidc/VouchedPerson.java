package sportello.oidc;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as the provider knows them.
 *
 * @param issuer the provider, as accounts remember it
 * @param subject the provider's own word for the person, which never changes hands
 * @param login what the person is called at log-in there; empty if the provider does not say
 * @param email an address, empty unless the provider has verified it
 * @param provenAt when the person last showed the provider who it is, null if it does not say
 */
public record VouchedPerson(
        String issuer,
        String subject,
        String login,
        String email,
        String firstName,
        String lastName,
        @Nullable Instant provenAt) {

    /** Of the address; empty where there is none. */
    public String domain() {
        return email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
