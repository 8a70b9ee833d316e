/** The agents' door: dashboard, lists, and the way to a ticket. */
@NullMarked
package sportello.web.agent;

import org.jspecify.annotations.NullMarked;
