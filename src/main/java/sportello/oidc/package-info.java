/**
 * Providers that say who somebody is (OpenID Connect), one for agents and one for customer users: what administrators keep of
 * them, and the conversation with them. Knows
 * no account; who may enter is decided by {@code identity}.
 */
@ApplicationModule(allowedDependencies = {"base", "oauth", "settings", "audit", "agent", "customer"})
@NullMarked
package sportello.oidc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
