/**
 * When the house works: hours by the day of the week, less the days off, as administrators keep them under names, and how
 * much of them lies between two moments. Knows no queue and no ticket; whoever counts time asks here.
 */
@ApplicationModule(allowedDependencies = {"base", "audit", "agent"})
@NullMarked
package sportello.worktime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
