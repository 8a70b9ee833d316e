/**
 * What the house knows of one person: handed out to whoever may ask for it, or erased for good, unless it is under a legal
 * hold; and how long the words of closed tickets are kept. Each module tells of, and forgets, what it keeps itself; this one
 * knows whom to ask, and no other knows it.
 */
@ApplicationModule(
        allowedDependencies = {
            "base",
            "audit",
            "storage",
            "jobs",
            "mail",
            "agent",
            "field",
            "mailbox",
            "mailkey",
            "customer",
            "identity",
            "queue",
            "ticket",
            "print",
            "calendar",
            "search",
            "webhook",
            "notification",
            "postmaster"
        })
@NullMarked
package sportello.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
