package sportello.web.security;

import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;

/**
 * The page that asks once more who somebody is.
 *
 * @param action the door at which the form waits
 * @param withheld the form, encrypted
 * @param passkey what a device is to show a passkey for, null for who has none
 */
public record ProofPage(
        String action,
        String withheld,
        @Nullable String passkey,
        @Nullable Refusal refusal) {}
