package sportello.ticket;

import org.jspecify.annotations.Nullable;

/**
 * What stands behind a mail that came in.
 *
 * @param signature of certified mail, that of the provider
 * @param authentication null where nobody is asked who sent it
 * @param encrypted null if it came in the clear
 */
public record Proof(
        @Nullable SignedBy signature,
        @Nullable Certified certified,
        @Nullable Authentication authentication,
        @Nullable Encrypted encrypted) {

    /** Nothing but the mail itself. */
    public static final Proof NONE = new Proof(null, null, null, null);

    /** Whether nothing of it gives cause to look twice. Certified mail is what it says only by a signature to rely on. */
    public boolean isSound() {
        return !isBroken() && (certified == null || worth() == SignedBy.Worth.VALID);
    }

    /** Whether something of it speaks against the mail: what nobody vouches for may still be true. */
    public boolean isBroken() {
        return worth() == SignedBy.Worth.INVALID
                || certified != null && certified.kind() == Certified.Kind.ANOMALY
                || authentication != null && !authentication.authenticated()
                || encrypted != null && encrypted.fate() != Encrypted.Fate.OPENED;
    }

    private SignedBy.@Nullable Worth worth() {
        return signature == null ? null : signature.worth();
    }

    public boolean isNone() {
        return signature == null && certified == null && authentication == null && encrypted == null;
    }
}
