/** The agents' calendar: month and week, and the form of an appointment. */
@NullMarked
package sportello.web.agent.calendar;

import org.jspecify.annotations.NullMarked;
