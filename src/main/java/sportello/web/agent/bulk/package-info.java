/** Work on many tickets at once: what to do to them, how far it has come, and the way to take it back. */
@NullMarked
package sportello.web.agent.bulk;

import org.jspecify.annotations.NullMarked;
