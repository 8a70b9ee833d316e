package sportello.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sportello.base.CleanText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI address;
    private final Clock clock;

    TokenEndpoint(URI address, Clock clock) {
        this.address = address;
        this.clock = clock;
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
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("client_id", asked.client().id());
        if (asked.client().secret() != null)
            form.put("client_secret", asked.client().secret());
        form.put("code", code);
        form.put("redirect_uri", back.toString());
        form.put("code_verifier", asked.verifier());
        return ask(form);
    }

    private Granted ask(Map<String, String> form) throws IOException {
        var asked = clock.instant();
        var answer = send(form);
        var said = read(answer);
        if (answer.statusCode() != 200) throw refusal(answer.statusCode(), said);
        var token = said.path("access_token").asString("");
        if (token.isEmpty()) throw new IOException("the provider answered without a token");
        var seconds = said.path("expires_in").asLong(USUAL_SECONDS);
        var fresh = said.path("refresh_token").asString("");
        return new Granted(new AccessToken(token, asked.plusSeconds(seconds)), fresh.isEmpty() ? null : fresh);
    }

    private static Map<String, String> form(Consent consent, String scope) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "refresh_token");
        form.put("client_id", consent.clientId());
        if (consent.clientSecret() != null) form.put("client_secret", consent.clientSecret());
        form.put("refresh_token", consent.refreshToken());
        form.put("scope", scope);
        return form;
    }

    private HttpResponse<InputStream> send(Map<String, String> form) throws IOException {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(joining("&"));
        var request = HttpRequest.newBuilder(address)
                .timeout(ALTOGETHER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body, UTF_8))
                .build();
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("broken off", e);
        }
    }

    private static JsonNode read(HttpResponse<InputStream> answer) throws IOException {
        try (var body = answer.body()) {
            return JsonMapper.shared().readTree(body.readNBytes(LARGEST_ANSWER));
        } catch (JacksonException e) {
            throw new IOException("the provider answered " + answer.statusCode() + ", and nothing we can read", e);
        }
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
