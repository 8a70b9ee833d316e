/** Pages that stay up to date by themselves: what happens to a ticket on any node is called out and pages look again. */
@NullMarked
package sportello.web.agent.live;

import org.jspecify.annotations.NullMarked;
