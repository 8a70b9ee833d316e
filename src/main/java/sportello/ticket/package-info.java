/** The reason the house exists: a request, its articles, its lock, its people, its states, its history. */
@ApplicationModule(
        allowedDependencies = {
            "base",
            "audit",
            "settings",
            "storage",
            "jobs",
            "mail",
            "agent",
            "field",
            "mailkey",
            "customer",
            "worktime",
            "identity",
            "queue"
        })
@NullMarked
package sportello.ticket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
