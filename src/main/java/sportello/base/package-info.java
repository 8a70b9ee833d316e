/** Words that every floor shares: the outcome of a use case, languages, clean texts. Knows no Spring. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package sportello.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
