/**
 * What can be told of the work in numbers: how much came in and what became of it, queue by queue, in a span of days. Whoever
 * looks is told of the queues that they may read and of no other: the condition is part of every query.
 */
@ApplicationModule(allowedDependencies = {"base", "worktime", "identity", "ticket"})
@NullMarked
package sportello.stats;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
