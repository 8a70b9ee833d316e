package sportello.mailkey;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** By what people tell one certificate from another. */
final class Fingerprint {
    private Fingerprint() {}

    /** SHA-256, as browsers and mail programs show it. */
    static String of(byte[] certificate) {
        try {
            return hex(MessageDigest.getInstance("SHA-256").digest(certificate));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(byte[] fingerprint) {
        return HexFormat.of().withUpperCase().formatHex(fingerprint);
    }
}
