package sportello.mailbox;

import org.jspecify.annotations.Nullable;
import sportello.base.CleanText;
import sportello.base.Outcome;

/**
 * As what the desk is registered with a provider (RFC 6749, section 2).
 *
 * @param tenant the directory of the organisation, with Microsoft; empty with others
 * @param id under which the provider knows the desk
 * @param secret by which the desk proves that, null if it needs none
 */
public record Client(
        Provider provider,
        String tenant,
        String id,
        @Nullable String secret) {
    private static final int LONGEST = 200;

    /** The tenant becomes part of an address, so it must not be able to change where that leads. */
    Outcome<Client> checked() {
        var directory = provider == Provider.MICROSOFT ? CleanText.line(tenant) : "";
        var name = CleanText.line(id);
        if (provider == Provider.MICROSOFT && !directory.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,199}"))
            return Outcome.refused("consent.tenant");
        if (name.isEmpty() || name.length() > LONGEST) return Outcome.refused("consent.client");
        return Outcome.done(
                new Client(provider, directory, name, secret == null || secret.isBlank() ? null : secret.strip()));
    }

    @Override
    public String toString() {
        return "Client[" + provider + ", " + tenant + ", " + id + "]";
    }
}
