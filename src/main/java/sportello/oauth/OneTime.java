package sportello.oauth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.SecureRandom;
import java.util.Base64;
import sportello.base.Sha256;

/** Words that nobody can guess, each for one errand. */
public final class OneTime {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTime() {}

    /** 256 random bits, as an address can carry them. */
    public static String fresh() {
        var bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return encoded(bits);
    }

    /** What is shown of a word beforehand, so that only who knows it can bring the answer (RFC 7636, 4.2, S256). */
    public static String challenge(String verifier) {
        return encoded(Sha256.of(verifier.getBytes(US_ASCII)));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
