package sportello.mime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the signature of a mail is worth, looked at once, at receipt, without asking anybody over the network.
 *
 * @param until when the signer's certificate ends, null where none could be read
 * @param key the signer's, null where none could be read
 */
public record SignatureCheck(
        Encryption.Kind kind,
        Verdict verdict,
        String name,
        String address,
        @Nullable Instant until,
        @Nullable SignerKey key) {

    static final SignatureCheck INVALID =
            new SignatureCheck(Encryption.Kind.SMIME, Verdict.INVALID, "", "", null, null);

    static SignatureCheck ofOpenPgp(Verdict verdict, String name, String address) {
        return new SignatureCheck(Encryption.Kind.OPENPGP, verdict, name, address, null, null);
    }

    /** From good to bad. Only {@code VALID} is a signature to rely on. */
    public enum Verdict {
        /** Whole, by somebody whom a known authority vouches for or whose key we keep, and the same who sent the mail. */
        VALID,
        /** As good as valid, but the certificate names another address than the mail's sender. */
        OTHER_SENDER,
        /** Whole, but the certificate or the key was out of its time. */
        EXPIRED,
        /** Whole, but nobody we know vouches for the signer; of OpenPGP, by a key that is not known, so that nobody can tell. */
        UNKNOWN_SIGNER,
        /** Whole, but by means that can be forged today. */
        WEAK,
        /** Not what was signed, or not a signature. */
        INVALID
    }
}
