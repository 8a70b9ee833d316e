/**
 * The doors for programs: JSON, for whoever shows a token of the person for whom they work. What they read and change goes by
 * the same use cases as the pages do; of {@code web} they have only the words, the errors and how they are answered.
 */
@ApplicationModule(allowedDependencies = {"identity", "agent", "customer", "base", "field", "ticket", "web"})
@NullMarked
package sportello.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
