/**
 * What the house knows of one person, handed out to whoever may ask for it. Each module tells of what it keeps itself; this
 * one knows whom to ask, and no other module knows it.
 */
@ApplicationModule(
        allowedDependencies = {
            "base",
            "audit",
            "agent",
            "field",
            "mailbox",
            "customer",
            "identity",
            "ticket",
            "postmaster"
        })
@NullMarked
package sportello.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
