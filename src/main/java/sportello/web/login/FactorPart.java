package sportello.web.login;

import org.jspecify.annotations.Nullable;
import sportello.identity.Factor;

/**
 * The part of an account that is about the second factor.
 *
 * @param factor null for none
 */
public record FactorPart(@Nullable Factor factor) {}
