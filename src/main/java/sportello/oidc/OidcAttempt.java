package sportello.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sportello.oauth.OneTime;

/**
 * A log-in that began here and shall come back from the provider to the same browser, which keeps it meanwhile.
 *
 * @param state what ties the answer to this browser
 * @param nonce what ties the token to this attempt
 * @param verifier what proves that the code is for us (RFC 7636)
 * @param audience whom the provider brings who was asked
 * @param target where to go afterwards
 */
public record OidcAttempt(
        String state, String nonce, String verifier, Audience audience, String target, Instant until) {

    static OidcAttempt fresh(Audience audience, String target, Instant until) {
        return new OidcAttempt(OneTime.fresh(), OneTime.fresh(), OneTime.fresh(), audience, target, until);
    }

    String challenge() {
        return OneTime.challenge(verifier);
    }

    boolean isFor(String answered, Instant now) {
        return now.isBefore(until) && MessageDigest.isEqual(state.getBytes(UTF_8), answered.getBytes(UTF_8));
    }

    String text() {
        return String.join("\n", List.of(state, nonce, verifier, until.toString(), audience.key(), target));
    }

    static Optional<OidcAttempt> read(String text) {
        var parts = text.split("\n", 6);
        if (parts.length < 6) return Optional.empty();
        return Audience.of(parts[4])
                .map(audience ->
                        new OidcAttempt(parts[0], parts[1], parts[2], audience, parts[5], Instant.parse(parts[3])));
    }

    @Override
    public String toString() {
        return "OidcAttempt";
    }
}
