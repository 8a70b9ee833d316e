/** What the house does by itself, as administrators watch over it: they see why a job fails, and have it tried again. */
@ApplicationModule(allowedDependencies = {"base", "audit", "jobs", "agent"})
@NullMarked
package sportello.automation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
