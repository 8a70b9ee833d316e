/**
 * Letters in: fetches what lies in mailboxes by IMAP and POP3, takes what other servers bring, and keeps the raw bytes.
 * It knows bytes and where they came from, not what they say. An arrival is committed before the mail is touched on its
 * server, so nothing is lost; the same bytes arrive in a mailbox once, so nothing doubles. Who sorts the arrivals hears
 * {@code MailArrived} in the transaction that keeps them.
 */
@ApplicationModule(allowedDependencies = {"base", "oauth", "audit", "agent", "settings", "storage", "jobs"})
@NullMarked
package sportello.mailbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
