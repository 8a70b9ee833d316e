/**
 * A desk to try out: an invented Italian utility with its people, its queues and the tickets of the last sixty days, and
 * a post office that keeps every mail in the house. All of it only with the profile {@code demo}.
 */
@ApplicationModule
@NullMarked
package sportello.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
