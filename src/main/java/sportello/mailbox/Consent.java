package sportello.mailbox;

import org.jspecify.annotations.Nullable;
import sportello.audit.Masked;

/**
 * Somebody's consent, given to a provider, that we read a mailbox.
 *
 * @param tenant the directory of the organisation, with Microsoft; empty with others
 * @param clientId under which the desk is known to the provider
 * @param clientSecret by which it proves that, null if it needs none
 * @param refreshToken for which the provider hands out tokens of an hour or so
 * @param sending whether mail may be handed over with it too
 */
public record Consent(
        Provider provider,
        String tenant,
        String clientId,
        @Masked @Nullable String clientSecret,
        @Masked String refreshToken,
        boolean sending) {

    /** As what the desk is known where the consent was given. */
    Client client() {
        return new Client(provider, tenant, clientId, clientSecret);
    }

    @Override
    public String toString() {
        return "Consent[" + provider + ", " + tenant + ", " + clientId + "]";
    }
}
