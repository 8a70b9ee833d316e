/** The first hour of a desk: how an empty program gets its first administrator, its first group and its first queues. */
@ApplicationModule
@NullMarked
package sportello.install;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
