/**
 * The book of what administrators change: who, when, from where, and per field what stood there and what stands there now.
 * Lines are only ever added, each chained to the one before. Use cases say what was and what is; the book finds the
 * difference, and knows by itself whose {@code Hand} is at work. Beside it, chained alike, the log of access: who came in, who
 * did not, and what was carried out, as modules above tell by {@code Accessed}. It lives here because both are read by the
 * same people, proven by the same command, and written by whoever is above.
 */
@ApplicationModule(allowedDependencies = "base")
@NullMarked
package sportello.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
