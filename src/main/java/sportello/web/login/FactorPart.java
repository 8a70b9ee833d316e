package sportello.web.login;

import org.jspecify.annotations.Nullable;
import sportello.identity.Factor;

/**
 * The part of an account that is about the second factor.
 *
 * @param factor null for none
 */
public record FactorPart(@Nullable Factor factor) {
    public boolean hasApp() {
        return factor != null && factor.app() != null;
    }

    public int passkeys() {
        return factor == null ? 0 : factor.passkeys();
    }
}
