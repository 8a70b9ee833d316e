/** The form by which an agent opens a ticket for whoever calls, or writes to a customer first. */
@NullMarked
package sportello.web.agent.opening;

import org.jspecify.annotations.NullMarked;
