package sportello.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/**
 * A key that an authenticator app shall take over.
 *
 * @param key as one can type it
 * @param login whose it is
 */
public record FactorDraft(String key, String login) {

    /** In groups of four. */
    public String readable() {
        return key.replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** As apps read it from a QR code. */
    public String address(String house) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(encoded(house), encoded(login), key, encoded(house));
    }

    /** Apps show a plus as it is. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "FactorDraft[" + login + "]";
    }
}
