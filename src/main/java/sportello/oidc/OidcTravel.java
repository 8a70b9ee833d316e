package sportello.oidc;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import sportello.base.Query;
import sportello.settings.Secrets;
import sportello.settings.Settings;

/** Sends browsers to the provider and hears who came back. Nothing is kept here: the browser carries what was begun. */
@Component
public class OidcTravel {
    private static final Logger log = LoggerFactory.getLogger(OidcTravel.class);
    private static final Duration GOOD_FOR = Duration.ofMinutes(15);

    private final OidcSql sql;
    private final Secrets secrets;
    private final Clock clock;
    private final URI back;

    OidcTravel(OidcSql sql, Secrets secrets, Clock clock, Settings settings) {
        this.sql = sql;
        this.secrets = secrets;
        this.clock = clock;
        back = URI.create(settings.baseUrl() + "/login/oidc/answer");
    }

    /**
     * The way to the provider.
     *
     * @param kept what the browser keeps until it comes back, encrypted
     */
    public record Departure(URI address, String kept) {}

    /** Somebody who came back, and where they wanted to go. */
    public record Arrival(OidcPerson person, String target) {}

    /** The provider that the log-in page offers. */
    public Optional<OidcProvider> offered() {
        return sql.provider().filter(OidcProvider::active);
    }

    public Optional<Departure> depart(String target) {
        return offered().map(provider -> {
            var attempt = OidcAttempt.fresh(target, clock.instant().plus(GOOD_FOR));
            var query = Query.EMPTY
                    .with("response_type", "code")
                    .with("scope", "openid email profile")
                    .with("client_id", provider.clientId())
                    .with("redirect_uri", back.toString())
                    .with("state", attempt.state())
                    .with("nonce", attempt.nonce())
                    .with("code_challenge", attempt.challenge())
                    .with("code_challenge_method", "S256");
            var address = URI.create(query.after(sql.endpoints().authorization()));
            return new Departure(address, sealed(attempt));
        });
    }

    /** Goes over the network: to be called outside any transaction. */
    public Optional<Arrival> arrive(String kept, String state, String code) {
        var attempt = opened(kept).filter(begun -> begun.isFor(state, clock.instant()));
        var provider = offered();
        if (attempt.isEmpty() || provider.isEmpty() || code.isEmpty()) return Optional.empty();
        try {
            var person = new OidcConversation(provider.get())
                    .exchange(sql.endpoints(), sql.secret(), attempt.get(), code, back, clock.instant());
            return Optional.of(new Arrival(person, attempt.get().target()));
        } catch (IOException failed) {
            log.warn("Nobody came back from {}: {}", provider.get().issuer(), failed.getMessage());
            return Optional.empty();
        }
    }

    private String sealed(OidcAttempt attempt) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secrets.encrypt(attempt.text()));
    }

    private Optional<OidcAttempt> opened(String kept) {
        try {
            return OidcAttempt.read(secrets.decrypt(Base64.getUrlDecoder().decode(kept)));
        } catch (IllegalArgumentException | IllegalStateException forged) {
            return Optional.empty();
        }
    }
}
