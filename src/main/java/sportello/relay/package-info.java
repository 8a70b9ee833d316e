/**
 * The servers that take our mail, as administrators keep them in the browser: tried before they are kept, with a password
 * that goes in and never comes out. One is the standard, each other takes the mail of certain senders; one that does not work
 * rests, and only its letters wait. Where the operator has set a server, that one counts.
 * They let us in by password, or by the consent to a mailbox of the same provider.
 * When there is a better server what waits is due at once, and a single letter whenever an administrator wants it.
 */
@ApplicationModule(allowedDependencies = {"base", "jobs", "agent", "audit", "settings", "mail", "mailbox"})
@NullMarked
package sportello.relay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
