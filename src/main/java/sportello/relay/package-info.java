/**
 * The server that takes our mail, as administrators keep it in the browser: tried before it is kept, with a password that
 * goes in and never comes out. Where the operator has set a server, that one counts.
 * It lets us in by password, or by the consent to a mailbox of the same provider.
 * When there is a better server what waits is due at once, and a single letter whenever an administrator wants it.
 */
@ApplicationModule(allowedDependencies = {"base", "agent", "audit", "settings", "mail", "mailbox"})
@NullMarked
package sportello.relay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
