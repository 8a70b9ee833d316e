package sportello.ticket;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The signature of a mail that came in, as it was found at receipt.
 *
 * @param kind S/MIME or OpenPGP
 * @param name of the signer, empty where none can be read
 * @param address that the signer's certificate names
 * @param until when the certificate ends, null where none can be read
 */
public record SignedBy(
        Encrypted.Kind kind,
        Worth worth,
        String name,
        String address,
        @Nullable Instant until) {

    /** What it is worth, for the messages. */
    public String message() {
        return (kind == Encrypted.Kind.OPENPGP ? "proof.openpgp." : "proof.signature.") + worth.key();
    }

    /** From good to bad. */
    public enum Worth {
        VALID,
        OTHER_SENDER,
        EXPIRED,
        UNKNOWN_SIGNER,
        WEAK,
        INVALID;

        /** As it is stored, and for the messages. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
