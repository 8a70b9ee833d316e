/** What agents need not type anew: the templates of answers, queue by queue. */
@ApplicationModule(allowedDependencies = {"base", "queue"})
@NullMarked
package sportello.reply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
