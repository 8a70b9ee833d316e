/** Who is at the door: accounts, log-in, sessions, forgotten passwords; and the viewer, who decides what exists for whom. */
@ApplicationModule(
        allowedDependencies = {"base", "audit", "settings", "jobs", "mail", "agent", "customer", "ldap", "oidc"})
@NullMarked
package sportello.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
