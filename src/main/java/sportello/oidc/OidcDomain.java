package sportello.oidc;

import java.util.Locale;
import sportello.base.Outcome;

/**
 * Whoever has a verified address of the domain is of the customer.
 *
 * @param domain what stands behind the @, small
 * @param customer the customer's code
 */
public record OidcDomain(String domain, String customer) {

    /** A line as people type it: the domain, a blank, the code. */
    static Outcome<OidcDomain> read(String line) {
        var parts = line.strip().split("\\s+", 2);
        var domain = parts[0].toLowerCase(Locale.ROOT).replaceFirst("^@", "");
        return parts.length == 2 && domain.matches("(?:[\\p{L}\\p{N}-]{1,63}\\.)+[\\p{L}\\p{N}-]{2,63}")
                ? Outcome.done(new OidcDomain(domain, parts[1]))
                : Outcome.refused("oidc.domain", line.strip());
    }

    public String line() {
        return domain + " " + customer;
    }
}
