package sportello.mailbox;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sportello.base.CleanText;
import sportello.base.Query;
import sportello.oauth.Questions;
import tools.jackson.databind.JsonNode;

/** Where a provider hands out tokens (RFC 6749, section 6). Is told the secrets of a consent, and follows no redirect. */
final class TokenEndpoint {
    static final Duration CONNECTING = Duration.ofSeconds(10);
    static final Duration ALTOGETHER = Duration.ofSeconds(30);
    private static final int LARGEST_ANSWER = 64 << 10;
    private static final int LONGEST_WORDS = 300;
    private static final long USUAL_SECONDS = 3_600;

    /** These a person must do something about; anything else may pass by itself. */
    private static final Set<String> FINAL =
            Set.of("invalid_grant", "invalid_client", "unauthorized_client", "invalid_scope", "access_denied");

    private final URI address;
    private final Clock clock;
    private final Questions questions;

    TokenEndpoint(URI address, Clock clock) {
        this(address, clock, ALTOGETHER);
    }

    /** @param altogether how long one question may take */
    TokenEndpoint(URI address, Clock clock, Duration altogether) {
        this.address = address;
        this.clock = clock;
        questions = new Questions(CONNECTING, altogether, LARGEST_ANSWER);
    }

    /** @param refreshToken to be used from now on, null for the old one */
    record Granted(AccessToken token, @Nullable String refreshToken) {

        @Override
        public String toString() {
            return "Granted[" + token + "]";
        }
    }

    /** @throws TokenRefused if asking again will not help */
    Granted ask(Consent consent, String scope) throws IOException {
        return ask(form(consent, scope));
    }

    /** For the code that a person has brought from the provider (RFC 6749, 4.1.3; RFC 7636, 4.5). */
    Granted exchange(AskedConsent asked, String code, URI back) throws IOException {
        return ask(Query.EMPTY
                .with("grant_type", "authorization_code")
                .with("client_id", asked.client().id())
                .with("client_secret", Objects.requireNonNullElse(asked.client().secret(), ""))
                .with("code", code)
                .with("redirect_uri", back.toString())
                .with("code_verifier", asked.verifier()));
    }

    private Granted ask(Query form) throws IOException {
        var asked = clock.instant();
        var answer = questions.post(address, form);
        var said = answer.said();
        if (answer.status() != 200) throw refusal(answer.status(), said);
        var token = said.path("access_token").asString("");
        if (token.isEmpty()) throw new IOException("the provider answered without a token");
        var seconds = said.path("expires_in").asLong(USUAL_SECONDS);
        var fresh = said.path("refresh_token").asString("");
        return new Granted(new AccessToken(token, asked.plusSeconds(seconds)), fresh.isEmpty() ? null : fresh);
    }

    private static Query form(Consent consent, String scope) {
        return Query.EMPTY
                .with("grant_type", "refresh_token")
                .with("client_id", consent.clientId())
                .with("client_secret", Objects.requireNonNullElse(consent.clientSecret(), ""))
                .with("refresh_token", consent.refreshToken())
                .with("scope", scope);
    }

    private static IOException refusal(int status, JsonNode said) {
        var error = said.path("error").asString("");
        var words = CleanText.line(error + " " + said.path("error_description").asString(""));
        var told = words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) + "…" : words;
        return FINAL.contains(error)
                ? new TokenRefused(told)
                : new IOException("the provider answered " + status + " " + told);
    }
}
