package sportello.web.security;

import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.oidc.Voucher;

/**
 * The page that asks once more who somebody is.
 *
 * @param action the door at which the form waits
 * @param withheld the form, encrypted
 * @param passkey what a device is to show a passkey for, null for who has none
 * @param provider that can ask anew who somebody is, null for who enters by none
 */
public record ProofPage(
        String action,
        String withheld,
        @Nullable String passkey,
        @Nullable Voucher provider,
        @Nullable Refusal refusal) {

    /** Where the provider asks, in a tab beside this one. */
    public String departure(Voucher asked) {
        return asked.anew("/account");
    }
}
