/** The doors for programs: JSON, for whoever shows a token of the person for whom they work. */
@ApplicationModule(allowedDependencies = {"identity", "agent", "customer", "base"})
@NullMarked
package sportello.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
