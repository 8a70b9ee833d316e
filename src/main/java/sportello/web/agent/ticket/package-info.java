/** One ticket as agents see and work it: its page, and a controller for each thing that can be done to it. */
@NullMarked
package sportello.web.agent.ticket;

import org.jspecify.annotations.NullMarked;
