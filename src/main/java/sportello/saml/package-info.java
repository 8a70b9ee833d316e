/**
 * Providers that say who somebody is by SAML 2, one for agents and one for customer users: what administrators keep of them, our
 * requests and their answers. Knows no account; who may enter is decided by {@code identity}.
 */
@ApplicationModule(allowedDependencies = {"base", "oauth", "settings", "audit", "agent", "customer", "oidc"})
@NullMarked
package sportello.saml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
