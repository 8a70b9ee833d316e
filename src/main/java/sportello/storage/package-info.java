/** Bytes by their hash, as streams: what is kept once is found for ever. The default store is the database. */
@ApplicationModule(allowedDependencies = {"base"})
@NullMarked
package sportello.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
