package sportello.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.text.ParseException;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A token that its provider has signed with one of the keys that it shows (RFC 7515, 7517). What is not signed at all, or with
 * a secret that others know as well, was written by anybody.
 */
final class SignedToken {
    private static final int SHORTEST_MODULUS = 2048;
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.ES256, JWSAlgorithm.ES384);

    private final JWTClaimsSet claims;

    private SignedToken(JWTClaimsSet claims) {
        this.claims = claims;
    }

    /** @throws IOException if nobody can read it, or none of the keys has signed it */
    static SignedToken read(String token, JsonNode keys) throws IOException {
        try {
            var shown = JWKSet.parse(keys.toString()).getKeys().stream()
                    .filter(SignedToken::isLong)
                    .toList();
            var processor = new DefaultJWTProcessor<SecurityContext>();
            processor.setJWSKeySelector(
                    new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(new JWKSet(shown))));
            processor.setJWTClaimsSetVerifier(null);
            return new SignedToken(processor.process(token, null));
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new IOException("a token that nobody can read, or somebody else has written", e);
        }
    }

    /** By its number: how it is written could make it seem longer, by noughts in front. */
    private static boolean isLong(JWK key) {
        return !(key instanceof RSAKey rsa)
                || rsa.getModulus().decodeToBigInteger().bitLength() >= SHORTEST_MODULUS;
    }

    JWTClaimsSet claims() {
        return claims;
    }

    /** What it says under this name, in words; nothing if it says nothing there. */
    String text(String claim) {
        return Objects.toString(claims.getClaim(claim), "");
    }
}
