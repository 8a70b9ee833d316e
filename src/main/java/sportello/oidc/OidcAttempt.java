package sportello.oidc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A log-in that began here and shall come back from the provider to the same browser, which keeps it meanwhile.
 *
 * @param state what ties the answer to this browser
 * @param nonce what ties the token to this attempt
 * @param verifier what proves that the code is for us (RFC 7636)
 * @param target where to go afterwards
 */
public record OidcAttempt(String state, String nonce, String verifier, String target, Instant until) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BITS_IN_BYTES = 32;

    static OidcAttempt fresh(String target, Instant until) {
        return new OidcAttempt(random(), random(), random(), target, until);
    }

    String challenge() {
        try {
            return encoded(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isFor(String answered, Instant now) {
        return now.isBefore(until) && MessageDigest.isEqual(state.getBytes(UTF_8), answered.getBytes(UTF_8));
    }

    String text() {
        return String.join("\n", List.of(state, nonce, verifier, until.toString(), target));
    }

    static Optional<OidcAttempt> read(String text) {
        var parts = text.split("\n", 5);
        return parts.length < 5
                ? Optional.empty()
                : Optional.of(new OidcAttempt(parts[0], parts[1], parts[2], parts[4], Instant.parse(parts[3])));
    }

    private static String random() {
        var bits = new byte[BITS_IN_BYTES];
        RANDOM.nextBytes(bits);
        return encoded(bits);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "OidcAttempt";
    }
}
