/** What agents need not type anew: templates by queue and form, snippets, salutations and signatures. */
@ApplicationModule(allowedDependencies = {"base", "audit", "storage", "mime", "agent", "field", "queue"})
@NullMarked
package sportello.reply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
