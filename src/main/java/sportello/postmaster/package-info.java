/**
 * What becomes of a mail that came in: read, judged step by step, and made into a ticket, an article, or a note why not.
 * What cannot be read waits in quarantine for a person, and the mailbox goes on.
 */
@ApplicationModule(
        allowedDependencies = {
            "base",
            "audit",
            "settings",
            "jobs",
            "mail",
            "mime",
            "mailbox",
            "relay",
            "webhook",
            "mailkey",
            "agent",
            "field",
            "customer",
            "identity",
            "queue",
            "ticket",
            "reply",
            "notification"
        })
@NullMarked
package sportello.postmaster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
