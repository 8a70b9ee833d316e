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

    public boolean isNone() {
        return signature == null && certified == null && authentication == null && encrypted == null;
    }
}
