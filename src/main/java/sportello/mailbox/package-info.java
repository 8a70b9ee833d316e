/**
 * Mail in, as far as its bytes: mailboxes that are fetched from, and what pushes mail to us. The raw bytes of a mail are
 * committed first, then it is flagged, moved or deleted on its server, or answered for; what it says is read later, by
 * others, who hear of it by {@code MailArrived}. Knows bytes and servers, no MIME and no ticket.
 */
@ApplicationModule(allowedDependencies = {"base", "settings", "storage", "database", "jobs"})
@NullMarked
package sportello.mailbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
