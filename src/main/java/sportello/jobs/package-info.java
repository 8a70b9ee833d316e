/**
 * What is done later, and again if it fails: jobs are rows beside the data they work on, staged in the transaction that
 * causes them, run by whichever node is free. A job carries no data but the id of its row. Modules contribute their jobs as
 * {@code Task} beans, each a sentence with its retry policy.
 */
@ApplicationModule(allowedDependencies = "settings")
@NullMarked
package sportello.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
