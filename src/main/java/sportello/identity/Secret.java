package sportello.identity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import sportello.base.Sha256;

/**
 * 256 random bits that open something to whoever shows them: a session, a one-time link. The database only ever sees
 * the hash; nothing slower than SHA-256 is needed, since there is nothing to guess.
 */
public record Secret(String text) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public Secret {
        if (!SHAPE.matcher(text).matches()) throw new IllegalArgumentException("Not a secret");
    }

    static Secret fresh() {
        var bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** What a browser sent, if it has the shape of a secret. */
    public static Optional<Secret> parse(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(given -> SHAPE.matcher(given).matches())
                .map(Secret::new);
    }

    byte[] hash() {
        return Sha256.of(text);
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
