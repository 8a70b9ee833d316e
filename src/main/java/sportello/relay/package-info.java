/**
 * The server that takes our mail, as administrators keep it in the browser: tried before it is kept, with a password that
 * goes in and never comes out. Where the operator has set a server, that one counts.
 * When there is a better server what waits is due at once, and a single letter whenever an administrator wants it.
 */
@ApplicationModule(allowedDependencies = {"base", "agent", "audit", "settings", "mail"})
@NullMarked
package sportello.relay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
