package sportello.web.admin;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.mailbox.Client;
import sportello.mailbox.Provider;

/** As what the desk is registered with a provider, as somebody typed it. The secret is never shown again. */
public record ConsentForm(
        Provider provider,
        String tenant,
        String clientId,
        String clientSecret,
        @Nullable Boolean sending) {

    public ConsentForm(
            @Nullable Provider provider,
            @Nullable String tenant,
            @Nullable String clientId,
            @Nullable String clientSecret,
            @Nullable Boolean sending) {
        this.provider = Objects.requireNonNullElse(provider, Provider.MICROSOFT);
        this.tenant = Objects.requireNonNullElse(tenant, "");
        this.clientId = Objects.requireNonNullElse(clientId, "");
        this.clientSecret = Objects.requireNonNullElse(clientSecret, "");
        this.sending = sending;
    }

    /** What is known, or else a guess: with Google's servers nobody wants Microsoft's consent. */
    static ConsentForm of(@Nullable Client client, boolean sending, String host) {
        if (client != null) return new ConsentForm(client.provider(), client.tenant(), client.id(), null, sending);
        var google = host.endsWith("gmail.com") || host.endsWith("google.com");
        return new ConsentForm(google ? Provider.GOOGLE : Provider.MICROSOFT, null, null, null, null);
    }

    Client client() {
        return new Client(provider, tenant, clientId, clientSecret);
    }

    public boolean isSending() {
        return Boolean.TRUE.equals(sending);
    }

    @Override
    public String toString() {
        return "ConsentForm[" + provider + ", " + tenant + ", " + clientId + "]";
    }
}
