/** Search, the searches that agents keep, exports, and what the box on top suggests. */
@NullMarked
package sportello.web.agent.search;

import org.jspecify.annotations.NullMarked;
