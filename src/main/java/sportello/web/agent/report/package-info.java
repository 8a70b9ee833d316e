/** "Resoconti": the work in numbers. */
@NullMarked
package sportello.web.agent.report;

import org.jspecify.annotations.NullMarked;
