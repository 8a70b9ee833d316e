package sportello.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What we share with an authenticator app: a key, from which both make the same six digits anew every half minute (RFC
 * 6238). SHA-1 is the only hash that all apps know, and does no harm here.
 *
 * @param key in Base32, as people can type it
 */
record Totp(String key) {
    private static final String HMAC = "HmacSHA1";
    private static final int KEY_BYTES = 20;
    private static final int PERIOD = 30;
    private static final int MODULUS = 1_000_000;
    private static final int OFFSET_MASK = 0x0f;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Totp fresh() {
        var bits = new byte[KEY_BYTES];
        RANDOM.nextBytes(bits);
        return new Totp(Base32.encode(bits));
    }

    static long stepAt(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), PERIOD);
    }

    /** The half minute to which the code belongs: this one, or for clocks that differ the one before or after it. */
    OptionalLong stepOf(String code, Instant now) {
        var step = OptionalLong.empty();
        for (var near = stepAt(now) - 1; near <= stepAt(now) + 1; near++)
            if (MessageDigest.isEqual(codeAt(near).getBytes(US_ASCII), code.getBytes(US_ASCII)))
                step = OptionalLong.of(near);
        return step;
    }

    String codeAt(long step) {
        var hash = hash(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        var offset = hash[hash.length - 1] & OFFSET_MASK;
        return "%06d".formatted((ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE) % MODULUS);
    }

    private byte[] hash(byte[] message) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(Base32.decode(key), HMAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Totp";
    }
}
