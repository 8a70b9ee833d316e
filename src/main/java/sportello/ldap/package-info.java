/**
 * A directory (LDAP, Active Directory) that knows who works here: it checks passwords, and says which roles people hold by
 * the groups they are in. It is asked at log-in only; whoever has a password of this house needs no directory.
 */
@ApplicationModule(allowedDependencies = {"base", "settings", "audit", "mail", "agent"})
@NullMarked
package sportello.ldap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
