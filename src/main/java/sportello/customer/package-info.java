/** The people who ask: customers (organisations) and their customer users; how they are found, entered and corrected. */
@ApplicationModule(allowedDependencies = {"base", "settings", "audit", "mail", "agent", "field"})
@NullMarked
package sportello.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
