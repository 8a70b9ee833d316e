package sportello.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * By which the other side knows that a message is ours, whole, of this moment and not one that it has already: the headers
 * of Standard Webhooks 1.0, which programs in many languages can check.
 */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String ENCODED = "whsec_";

    private Signature() {}

    static Map<String, String> headers(String ref, Instant now, byte[] body, @Nullable String secret) {
        var headers = new HashMap<String, String>();
        headers.put("webhook-id", ref);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        if (secret != null)
            headers.put("webhook-signature", "v1," + sign(ref + "." + now.getEpochSecond() + ".", body, secret));
        return headers;
    }

    private static String sign(String head, byte[] body, String secret) {
        var signed = new ByteArrayOutputStream();
        signed.writeBytes(head.getBytes(UTF_8));
        signed.writeBytes(body);
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(secret), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it can be a key. */
    static boolean isReadable(String secret) {
        try {
            return key(secret).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The bytes of the text, unless it says itself that it is written in base 64. */
    private static byte[] key(String secret) {
        return secret.startsWith(ENCODED)
                ? Base64.getDecoder().decode(secret.substring(ENCODED.length()))
                : secret.getBytes(UTF_8);
    }
}
