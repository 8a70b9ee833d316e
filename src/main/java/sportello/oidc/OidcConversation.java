package sportello.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Questions to a provider. The token comes straight from it over a connection whose certificate was checked, which by
 * OpenID Connect Core 3.1.3.7 vouches for it as its signature would; issuer, audience, end and nonce are checked.
 */
final class OidcConversation {
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ALTOGETHER = Duration.ofSeconds(10);
    private static final Duration LEEWAY = Duration.ofMinutes(1);
    private static final int LARGEST_ANSWER = 256 << 10;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final OidcProvider provider;

    OidcConversation(OidcProvider provider) {
        this.provider = provider;
    }

    /** What the provider says of itself (OpenID Connect Discovery). */
    OidcEndpoints discover() throws IOException {
        var said = send(HttpRequest.newBuilder(URI.create(provider.issuer() + "/.well-known/openid-configuration"))
                .GET());
        if (!text(said, "issuer").replaceFirst("/+$", "").equals(provider.issuer()))
            throw new IOException("it calls itself " + text(said, "issuer"));
        var endpoints = new OidcEndpoints(text(said, "authorization_endpoint"), text(said, "token_endpoint"));
        if (!OidcProvider.isPrivate(endpoints.authorization()) || !OidcProvider.isPrivate(endpoints.token()))
            throw new IOException("it names no safe addresses");
        return endpoints;
    }

    /** Who has brought this code. */
    OidcPerson exchange(
            OidcEndpoints endpoints, @Nullable String secret, OidcAttempt attempt, String code, URI back, Instant now)
            throws IOException {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("client_id", provider.clientId());
        if (secret != null) form.put("client_secret", secret);
        form.put("code", code);
        form.put("redirect_uri", back.toString());
        form.put("code_verifier", attempt.verifier());
        var said = send(HttpRequest.newBuilder(URI.create(endpoints.token()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form), UTF_8)));
        return person(claims(text(said, "id_token")), attempt, now);
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(joining("&"));
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

    private static JsonNode claims(String token) throws IOException {
        var parts = token.split("\\.");
        if (parts.length != 3) throw new IOException("no token");
        try {
            return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[1]));
        } catch (IllegalArgumentException | JacksonException e) {
            throw new IOException("a token that nobody can read", e);
        }
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException {
        try {
            var answer = http.send(
                    request.timeout(ALTOGETHER)
                            .header("Accept", "application/json")
                            .build(),
                    BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                if (answer.statusCode() != 200) throw new IOException("it answers " + answer.statusCode());
                return JsonMapper.shared().readTree(body.readNBytes(LARGEST_ANSWER));
            }
        } catch (JacksonException e) {
            throw new IOException("it answers nothing that we can read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("broken off", e);
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
