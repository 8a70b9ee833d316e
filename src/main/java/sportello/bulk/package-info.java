/**
 * Work on many tickets at once: what an agent could do to each of them one after the other, done by a job, ticket by
 * ticket, each in its own transaction and by the use case of the single ticket. What stands in the way of one ticket does
 * not stop the others. A further kind of work is a case of {@code BulkAction}; the compiler names the places to fill in.
 */
@ApplicationModule(allowedDependencies = {"base", "jobs", "agent", "identity", "queue", "ticket"})
@NullMarked
package sportello.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
