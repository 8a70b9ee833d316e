/** The dashboard that each agent sets up: its widgets, where they stand, and the queues that are followed. */
@NullMarked
package sportello.web.agent.dashboard;

import org.jspecify.annotations.NullMarked;
