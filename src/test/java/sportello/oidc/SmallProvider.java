package sportello.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/** A provider in the test's own process: says of everybody what the test wants, once for each code, to whoever proves. */
public final class SmallProvider implements AutoCloseable {
    public static final String CLIENT = "sportello";
    public static final String SECRET = "segreto del client";

    /** What the next tokens say, on top of what they always say. */
    public final Map<String, Object> claims = new HashMap<>();

    /** What they say of their signature, on top of what they always say. */
    public final Map<String, Object> head = new HashMap<>();

    private static final KeyPair OURS = kept(TestKey.PROVIDER);
    private static final KeyPair CURVED = kept(TestKey.CURVE);
    private static final KeyPair SHORT = guessable();
    private static final KeyPair SOMEBODYS = kept(TestKey.STRANGER);

    private KeyPair signing = OURS;

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
                                "token_endpoint", issuer() + "/token",
                                "jwks_uri", issuer() + "/keys")));
        server.createContext("/keys", exchange -> answer(exchange, 200, Map.of("keys", shown())));
        server.createContext("/token", this::token);
        server.start();
    }

    /** From now on the tokens are signed with a key on a curve. */
    public void signCurved() {
        signing = CURVED;
        head.put("alg", "ES256");
        head.put("kid", "two");
    }

    /** From now on the tokens are signed with a key that is shown, and short enough to be guessed. */
    public void signShortly() {
        signing = SHORT;
        head.put("alg", "RS256");
        head.put("kid", "short");
    }

    /** From now on somebody else writes the tokens. */
    public void beForged() {
        signing = SOMEBODYS;
    }

    private static List<Map<String, String>> shown() {
        var point = ((ECPublicKey) CURVED.getPublic()).getW();
        return List.of(
                shown("one", (RSAPublicKey) OURS.getPublic()),
                shown("short", (RSAPublicKey) SHORT.getPublic()),
                Map.of(
                        "kty", "EC",
                        "kid", "two",
                        "crv", "P-256",
                        "x", encoded(point.getAffineX().toByteArray()),
                        "y", encoded(point.getAffineY().toByteArray())));
    }

    private static Map<String, String> shown(String name, RSAPublicKey key) {
        return Map.of(
                "kty",
                "RSA",
                "kid",
                name,
                "use",
                "sig",
                "n",
                encoded(key.getModulus().toByteArray()),
                "e",
                encoded(key.getPublicExponent().toByteArray()));
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
        answer(exchange, 200, Map.of("id_token", signed(said), "access_token", "x"));
    }

    /** Without a signature where the head says that there is none. */
    private String signed(Map<String, Object> said) {
        var top = new HashMap<String, Object>(Map.of("alg", "RS256", "kid", "one"));
        top.putAll(head);
        var text = encoded(json(top)) + "." + encoded(json(said));
        try {
            return text + "."
                    + switch ((String) top.get("alg")) {
                        case "none" -> "";
                        case "HS256" -> encoded(maced(text));
                        default -> encoded(signature(text));
                    };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] signature(String text) throws GeneralSecurityException {
        var signer = Signature.getInstance(signing == CURVED ? "SHA256withECDSAinP1363Format" : "SHA256withRSA");
        signer.initSign(signing.getPrivate());
        signer.update(text.getBytes(UTF_8));
        return signer.sign();
    }

    /** As if our public key were a secret that we share. */
    private static byte[] maced(String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(OURS.getPublic().getEncoded(), "HmacSHA256"));
        return mac.doFinal(text.getBytes(UTF_8));
    }

    private static KeyPair kept(TestKey key) {
        return new KeyPair(key.shown(), key.open());
    }

    private static KeyPair guessable() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(1024);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] json(Map<String, Object> said) {
        return JsonMapper.shared().writeValueAsBytes(said);
    }

    private static String challenge(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
            return encoded(hash);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
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
