package sportello.oidc;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sportello.base.Query;
import sportello.oauth.Questions;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Questions to a provider. The token comes straight from it over a connection whose certificate was checked, and is signed
 * with one of its keys; issuer, audience, end and nonce are checked (OpenID Connect Core 3.1.3.7).
 */
final class OidcConversation {
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ALTOGETHER = Duration.ofSeconds(10);
    private static final Duration LEEWAY = Duration.ofMinutes(1);
    private static final int LARGEST_ANSWER = 256 << 10;

    private final Questions questions = new Questions(CONNECTING, ALTOGETHER, LARGEST_ANSWER);
    private final OidcProvider provider;

    OidcConversation(OidcProvider provider) {
        this.provider = provider;
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
    OidcPerson exchange(
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
        return person(claims(text(said, "id_token"), endpoints), attempt, now);
    }

    private OidcPerson person(JsonNode claims, OidcAttempt attempt, Instant now) throws IOException {
        if (!text(claims, "iss").replaceFirst("/+$", "").equals(provider.issuer()))
            throw new IOException("another issuer");
        if (!isForUs(claims)) throw new IOException("a token for somebody else");
        if (!text(claims, "nonce").equals(attempt.nonce())) throw new IOException("a token of another attempt");
        if (!now.minus(LEEWAY).isBefore(Instant.ofEpochSecond(claims.path("exp").asLong(0))))
            throw new IOException("a token that is over");
        if (text(claims, "sub").isEmpty()) throw new IOException("a token of nobody");
        var verified = claims.path("email_verified").asString("").equals("true");
        return new OidcPerson(
                provider.issuer(),
                text(claims, "sub"),
                verified ? text(claims, "email") : "",
                text(claims, "given_name"),
                text(claims, "family_name"));
    }

    private boolean isForUs(JsonNode claims) {
        var audience = claims.path("aud");
        if (!audience.isArray()) return audience.asString("").equals(provider.clientId());
        var named = false;
        for (var one : audience) named |= one.asString("").equals(provider.clientId());
        return named && (audience.size() == 1 || text(claims, "azp").equals(provider.clientId()));
    }

    private JsonNode claims(String token, OidcEndpoints endpoints) throws IOException {
        var parts = token.split("\\.", -1);
        if (parts.length != 3) throw new IOException("no token");
        try {
            var head = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[0]));
            var signature = Base64.getUrlDecoder().decode(parts[2]);
            if (!TokenSignature.isOf(keys(endpoints), head, parts[0] + "." + parts[1], signature))
                throw new IOException("a token that somebody else has written");
            return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[1]));
        } catch (IllegalArgumentException | JacksonException e) {
            throw new IOException("a token that nobody can read", e);
        }
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
