package sportello.oidc;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sportello.base.Query;
import sportello.oauth.Questions;
import tools.jackson.databind.JsonNode;

/**
 * Questions to a provider. The token comes straight from it over a connection whose certificate was checked, and is signed
 * with one of its keys; issuer, audience, end and nonce are checked (OpenID Connect Core 3.1.3.7).
 */
final class OidcConversation {
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ALTOGETHER = Duration.ofSeconds(10);
    private static final Duration LEEWAY = Duration.ofMinutes(1);
    private static final int LARGEST_ANSWER = 256 << 10;

    private final OidcProvider provider;
    private final Questions questions;

    OidcConversation(OidcProvider provider) {
        this(provider, ALTOGETHER);
    }

    /** @param altogether how long one question may take */
    OidcConversation(OidcProvider provider, Duration altogether) {
        this.provider = provider;
        questions = new Questions(CONNECTING, altogether, LARGEST_ANSWER);
    }

    /** What the provider says of itself (OpenID Connect Discovery). */
    OidcEndpoints discover() throws IOException {
        var said = said(questions.get(URI.create(provider.issuer() + "/.well-known/openid-configuration")));
        if (!text(said, "issuer").replaceFirst("/+$", "").equals(provider.issuer()))
            throw new IOException("it calls itself " + text(said, "issuer"));
        var endpoints = new OidcEndpoints(
                text(said, "authorization_endpoint"), text(said, "token_endpoint"), text(said, "jwks_uri"));
        if (!Stream.of(endpoints.authorization(), endpoints.token(), endpoints.keys())
                .allMatch(OidcProvider::isPrivate)) throw new IOException("it names no safe addresses");
        return endpoints;
    }

    /** Who has brought this code. */
    VouchedPerson exchange(
            OidcEndpoints endpoints, @Nullable String secret, OidcAttempt attempt, String code, URI back, Instant now)
            throws IOException {
        var said = said(questions.post(
                URI.create(endpoints.token()),
                Query.EMPTY
                        .with("grant_type", "authorization_code")
                        .with("client_id", provider.clientId())
                        .with("client_secret", Objects.requireNonNullElse(secret, ""))
                        .with("code", code)
                        .with("redirect_uri", back.toString())
                        .with("code_verifier", attempt.verifier())));
        return person(SignedToken.read(text(said, "id_token"), keys(endpoints)), attempt, now);
    }

    private VouchedPerson person(SignedToken token, OidcAttempt attempt, Instant now) throws IOException {
        if (!token.text("iss").replaceFirst("/+$", "").equals(provider.issuer()))
            throw new IOException("another issuer");
        if (!isForUs(token)) throw new IOException("a token for somebody else");
        if (!token.text("nonce").equals(attempt.nonce())) throw new IOException("a token of another attempt");
        var end = token.claims().getExpirationTime();
        if (end == null || !now.minus(LEEWAY).isBefore(end.toInstant())) throw new IOException("a token that is over");
        if (token.text("sub").isEmpty()) throw new IOException("a token of nobody");
        if (!provider.taxCode().isEmpty())
            return VouchedPerson.taxed(provider.remembered(), token.text(provider.taxCode()), provenAt(token));
        var verified = token.text("email_verified").equals("true");
        return new VouchedPerson(
                provider.remembered(),
                token.text("sub"),
                "",
                verified ? token.text("email") : "",
                token.text("given_name"),
                token.text("family_name"),
                null,
                provenAt(token));
    }

    /** Whoever was asked for by an age must say it; others may. */
    private static @Nullable Instant provenAt(SignedToken token) {
        return token.claims().getClaim("auth_time") instanceof Number seconds && seconds.longValue() > 0
                ? Instant.ofEpochSecond(seconds.longValue())
                : null;
    }

    private boolean isForUs(SignedToken token) {
        var audience = token.claims().getAudience();
        return audience.contains(provider.clientId())
                && (audience.size() == 1 || token.text("azp").equals(provider.clientId()));
    }

    /** Asked each time, for providers change them; and where it shows them, if it was kept before that was asked. */
    private JsonNode keys(OidcEndpoints endpoints) throws IOException {
        var shown = endpoints.keys().isEmpty() ? discover().keys() : endpoints.keys();
        return said(questions.get(URI.create(shown)));
    }

    private static JsonNode said(Questions.Answer answer) throws IOException {
        if (answer.status() != 200) throw new IOException("it answers " + answer.status());
        return answer.said();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
