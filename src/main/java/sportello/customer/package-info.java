/** The people who ask: customers (organisations) and their customer users. */
@ApplicationModule(allowedDependencies = {"base", "agent"})
@NullMarked
package sportello.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
