package sportello.oidc;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import sportello.base.Query;
import sportello.customer.CustomerId;
import sportello.settings.Secrets;
import sportello.settings.Settings;
import tools.jackson.databind.json.JsonMapper;

/** Sends browsers to the provider and hears who came back. Nothing is kept here: the browser carries what was begun. */
@Component
public class OidcTravel {
    private static final Logger log = LoggerFactory.getLogger(OidcTravel.class);
    private static final Duration GOOD_FOR = Duration.ofMinutes(15);

    /** As old as a proof may be that is asked for; no provider takes none for an answer. */
    private static final Duration RECENT = Duration.ofMinutes(1);

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

    /** Somebody who came back, from whom, and where they wanted to go. */
    public record Arrival(VouchedPerson person, OidcProvider provider, String target) {}

    /** The providers that the log-in page offers. */
    public List<OidcProvider> offered() {
        return sql.all().stream().filter(OidcProvider::active).toList();
    }

    /** The customer whose people have addresses of that domain, if the house enters whom the provider brings. */
    public Optional<CustomerId> customer(VouchedPerson person) {
        return sql.customer(person.domain());
    }

    private Optional<OidcProvider> offered(Audience audience) {
        return sql.provider(audience).filter(OidcProvider::active);
    }

    /** @param anew whether the provider shall ask the person who it is, though it may remember */
    public Optional<Departure> depart(Audience audience, String target, boolean anew) {
        return offered(audience).map(provider -> {
            var attempt = OidcAttempt.fresh(audience, target, clock.instant().plus(GOOD_FOR));
            var query = Query.EMPTY
                    .with("response_type", "code")
                    .with("scope", provider.taxCode().isEmpty() ? "openid email profile" : "openid profile")
                    .with("client_id", provider.clientId())
                    .with("redirect_uri", back.toString())
                    .with("state", attempt.state())
                    .with("nonce", attempt.nonce())
                    .with("code_challenge", attempt.challenge())
                    .with("code_challenge_method", "S256")
                    .with("claims", claims(provider))
                    .with("max_age", anew ? Long.toString(RECENT.toSeconds()) : "");
            var address = URI.create(query.after(sql.endpoints(audience).authorization()));
            return new Departure(address, sealed(attempt));
        });
    }

    /** Goes over the network: to be called outside any transaction. */
    public Optional<Arrival> arrive(String kept, String state, String code) {
        var attempt = opened(kept).filter(begun -> begun.isFor(state, clock.instant()));
        var provider = attempt.flatMap(begun -> offered(begun.audience()));
        if (attempt.isEmpty() || provider.isEmpty() || code.isEmpty()) return Optional.empty();
        try {
            var audience = attempt.get().audience();
            var person = new OidcConversation(provider.get())
                    .exchange(
                            sql.endpoints(audience), sql.secret(audience), attempt.get(), code, back, clock.instant());
            return Optional.of(new Arrival(person, provider.get(), attempt.get().target()));
        } catch (IOException failed) {
            log.warn("Nobody came back from {}: {}", provider.get().issuer(), failed.getMessage());
            return Optional.empty();
        }
    }

    /** Whoever hands out tax codes wants to be asked for them by name (OpenID Connect Core 5.5). */
    private static String claims(OidcProvider provider) {
        return provider.taxCode().isEmpty()
                ? ""
                : JsonMapper.shared()
                        .writeValueAsString(Map.of("id_token", Map.of(provider.taxCode(), Map.of("essential", true))));
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
