/**
 * The book of what administrators change: who, when, from where, and per field what stood there and what stands there now.
 * Lines are only ever added, each chained to the one before. Use cases say what was and what is; the book finds the
 * difference, and knows by itself whose {@code Hand} is at work.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package sportello.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
