package sportello.web.security;

import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;

/**
 * The page that asks once more who somebody is.
 *
 * @param action the door at which the form waits
 * @param withheld the form, encrypted
 */
public record ProofPage(
        String action, String withheld, @Nullable Refusal refusal) {}
