/**
 * Fields of the house's own: what administrators want to know of tickets, their articles, customers and their people beyond what every one says, where it is asked,
 * and what was answered. Knows no ticket: a {@link sportello.field.Subject} says whose fields they are.
 */
@ApplicationModule(allowedDependencies = {"base", "audit", "mail", "agent"})
@NullMarked
package sportello.field;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
