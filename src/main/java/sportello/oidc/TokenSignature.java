package sportello.oidc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Whether a token was written by its provider: its signature against the keys that the provider shows (RFC 7515, 7517). What
 * is not signed at all, or with a secret that others know as well, was written by anybody.
 */
final class TokenSignature {
    private static final int SHORTEST_MODULUS = 2048;

    /** By its name in a token: of which kind its keys are, and how Java calls it. */
    private record Algorithm(String kind, String name) {}

    private static final Map<String, Algorithm> ALGORITHMS = Map.of(
            "RS256", new Algorithm("RSA", "SHA256withRSA"),
            "RS384", new Algorithm("RSA", "SHA384withRSA"),
            "RS512", new Algorithm("RSA", "SHA512withRSA"),
            "ES256", new Algorithm("EC", "SHA256withECDSAinP1363Format"),
            "ES384", new Algorithm("EC", "SHA384withECDSAinP1363Format"));

    private static final Map<String, String> CURVES = Map.of("P-256", "secp256r1", "P-384", "secp384r1");

    private TokenSignature() {}

    /**
     * @param signed the token up to its signature
     * @param head what the token says of its signature
     * @param keys those that the provider shows
     */
    static boolean isOf(JsonNode keys, JsonNode head, String signed, byte[] signature) throws IOException {
        var algorithm = ALGORITHMS.get(text(head, "alg"));
        if (algorithm == null) throw new IOException("a token signed by " + text(head, "alg"));
        if (head.has("crit")) throw new IOException("a token that wants what we do not know");
        for (var key : keys.path("keys"))
            if (isMeant(key, head, algorithm) && verifies(key, algorithm, signed, signature)) return true;
        return false;
    }

    private static boolean isMeant(JsonNode key, JsonNode head, Algorithm algorithm) {
        var named = text(head, "kid");
        return text(key, "kty").equals(algorithm.kind())
                && !text(key, "use").equals("enc")
                && (named.isEmpty() || named.equals(text(key, "kid")));
    }

    private static boolean verifies(JsonNode key, Algorithm algorithm, String signed, byte[] signature) {
        try {
            var verifier = Signature.getInstance(algorithm.name());
            verifier.initVerify(key(key));
            verifier.update(signed.getBytes(US_ASCII));
            return verifier.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException odd) {
            return false;
        }
    }

    private static PublicKey key(JsonNode key) throws GeneralSecurityException {
        if (text(key, "kty").equals("RSA")) {
            var modulus = number(key, "n");
            if (modulus.bitLength() < SHORTEST_MODULUS) throw new GeneralSecurityException("a short key");
            return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, number(key, "e")));
        }
        var curve = CURVES.get(text(key, "crv"));
        if (curve == null) throw new GeneralSecurityException("an odd curve");
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(curve));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(
                        new ECPoint(number(key, "x"), number(key, "y")),
                        parameters.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger number(JsonNode key, String field) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(text(key, field)));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
