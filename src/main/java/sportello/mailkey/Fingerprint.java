package sportello.mailkey;

import java.util.HexFormat;
import sportello.base.Sha256;

/** By what people tell one certificate from another. */
final class Fingerprint {
    private Fingerprint() {}

    /** SHA-256, as browsers and mail programs show it. */
    static String of(byte[] certificate) {
        return hex(Sha256.of(certificate));
    }

    static String hex(byte[] fingerprint) {
        return HexFormat.of().withUpperCase().formatHex(fingerprint);
    }
}
