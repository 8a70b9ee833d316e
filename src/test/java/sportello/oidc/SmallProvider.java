package sportello.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A provider in the test's own process: says of everybody what the test wants, once for each code, to whoever proves. */
public final class SmallProvider implements AutoCloseable {
    public static final String CLIENT = "sportello";
    public static final String SECRET = "segreto del client";

    /** What the next tokens say, on top of what they always say. */
    public final Map<String, Object> claims = new HashMap<>();

    private final Map<String, Map<String, String>> asked = new HashMap<>();
    private final HttpServer server;

    public SmallProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(
                        exchange,
                        200,
                        Map.of(
                                "issuer", issuer(),
                                "authorization_endpoint", issuer() + "/auth",
                                "token_endpoint", issuer() + "/token")));
        server.createContext("/token", this::token);
        server.start();
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What a browser brings that comes from us to the provider's page, and whom the provider then knows. */
    public String code(URI departure) {
        var query = fields(departure.getRawQuery());
        var code = "code-" + asked.size();
        asked.put(code, query);
        return code;
    }

    public static Map<String, String> fields(String query) {
        Map<String, String> fields = new HashMap<>();
        for (var field : query.split("&")) {
            var parts = field.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
        }
        return fields;
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = fields(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        var departure = asked.remove(form.get("code"));
        var good = departure != null
                && CLIENT.equals(form.get("client_id"))
                && SECRET.equals(form.get("client_secret"))
                && departure.get("redirect_uri").equals(form.get("redirect_uri"))
                && departure.get("code_challenge").equals(challenge(form.get("code_verifier")));
        if (!good) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("iss", issuer());
        said.put("aud", CLIENT);
        said.put("nonce", departure.get("nonce"));
        said.put("exp", Instant.now().plusSeconds(300).getEpochSecond());
        said.putAll(claims);
        var token = encoded("{}") + "." + encoded(JsonMapper.shared().writeValueAsString(said)) + ".x";
        answer(exchange, 200, Map.of("id_token", token, "access_token", "x"));
    }

    private static String challenge(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> said) throws IOException {
        var body = JsonMapper.shared().writeValueAsBytes(said);
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
