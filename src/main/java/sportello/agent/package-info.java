/** The people who work here: agents, their groups and roles, and the seven permission keys. */
@ApplicationModule(allowedDependencies = {"base", "audit", "mail"})
@NullMarked
package sportello.agent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
