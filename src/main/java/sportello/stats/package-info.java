/**
 * What can be told of the work in numbers: how much came in and what became of it, queue by queue, in a span of days. Whoever
 * looks is told of the queues that they may read and of no other: the condition is part of every query. Reports can leave by
 * mail too, each reader with what that one may read; how they are drawn is the business of whoever implements
 * {@code ReportPaper}.
 */
@ApplicationModule(
        allowedDependencies = {"base", "audit", "storage", "jobs", "mail", "agent", "worktime", "identity", "ticket"})
@NullMarked
package sportello.stats;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
