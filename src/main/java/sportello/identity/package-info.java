/**
 * Who is at the door: accounts, log-in, sessions, forgotten passwords, the first one of customers' people; and the viewer,
 * who decides what exists for whom.
 */
@ApplicationModule(
        allowedDependencies = {
            "base",
            "audit",
            "settings",
            "jobs",
            "mail",
            "agent",
            "customer",
            "field",
            "ldap",
            "oidc",
            "saml"
        })
@NullMarked
package sportello.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
