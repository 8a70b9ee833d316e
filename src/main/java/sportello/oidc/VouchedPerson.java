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
 * @param taxCode as the provider writes it, where people are recognised by it; null where they are by their address
 * @param provenAt when the person last showed the provider who it is, null if it does not say
 */
public record VouchedPerson(
        String issuer,
        String subject,
        String login,
        String email,
        String firstName,
        String lastName,
        @Nullable String taxCode,
        @Nullable Instant provenAt) {

    /** Somebody of whom nothing counts, and nothing is kept, but the tax code. */
    public static VouchedPerson taxed(String issuer, String taxCode, @Nullable Instant provenAt) {
        return new VouchedPerson(issuer, "", "", "", "", "", taxCode, provenAt);
    }

    /** The same by a word of ours: who is recognised by something else has none of the provider's. */
    public VouchedPerson called(String word) {
        return new VouchedPerson(issuer, word, login, email, firstName, lastName, taxCode, provenAt);
    }

    /** Of the address; empty where there is none. */
    public String domain() {
        return email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
