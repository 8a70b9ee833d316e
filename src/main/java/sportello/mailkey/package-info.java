/**
 * The keys of the house that open encrypted mails to it, as administrators keep them. The private part goes in with its
 * password and never comes out: only mails are opened with it, by whoever reads them. Beside them the public keys of those
 * to whom the house writes, learned from what they signed or brought.
 */
@ApplicationModule(allowedDependencies = {"base", "settings", "audit", "jobs", "mail", "mime", "agent"})
@NullMarked
package sportello.mailkey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
