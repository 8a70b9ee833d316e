/**
 * A provider that says who somebody is (OpenID Connect): what administrators keep of it, and the conversation with it. Knows
 * no account; who may enter is decided by {@code identity}.
 */
@ApplicationModule(allowedDependencies = {"base", "oauth", "settings", "audit", "agent"})
@NullMarked
package sportello.oidc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
