/** Bytes by their hash, as streams: what is kept is found as long as something refers to it. The default store is the database. */
@ApplicationModule(allowedDependencies = {"base"})
@NullMarked
package sportello.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
