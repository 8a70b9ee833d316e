/** The customers' door: what they asked for, how it stands, and the way to ask and to reply. */
@NullMarked
package sportello.web.portal;

import org.jspecify.annotations.NullMarked;
