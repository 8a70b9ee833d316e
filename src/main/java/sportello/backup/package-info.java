/**
 * The database that came along is copied while it works: every night where the operator wants that, or when somebody asks.
 * What became of it is written down. A database elsewhere is in the care of those who keep it.
 */
@ApplicationModule(allowedDependencies = {"database", "jobs", "settings"})
@NullMarked
package sportello.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
