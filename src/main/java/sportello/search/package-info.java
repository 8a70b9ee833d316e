/**
 * Finds tickets by words and by attributes. The index is a table beside the articles, written by triggers in the
 * transaction that writes an article, so no way of writing one can forget it; what was there before gets its entries from a
 * job. Whoever searches finds only what exists for them: the condition is part of every query.
 */
@ApplicationModule(allowedDependencies = {"base", "jobs", "agent", "field", "identity", "queue", "ticket"})
@NullMarked
package sportello.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
