/** Queues in a tree, and the routing rules that put a request into one. */
@ApplicationModule(allowedDependencies = {"base", "audit", "agent", "customer", "worktime", "identity", "mail"})
@NullMarked
package sportello.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
