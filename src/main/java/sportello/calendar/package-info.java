/**
 * Where agents will be and when. An appointment is one agent's; one that is made for a ticket is seen by everybody who sees
 * the ticket, and stands on its page.
 */
@ApplicationModule(allowedDependencies = {"base", "agent", "identity", "ticket"})
@NullMarked
package sportello.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
