/**
 * Who is told what: on each event of a ticket the rules name the people, each of them gets at most one letter, and the
 * ledger keeps who was told by which rule and who was not and why. All of it is written in the transaction of the change;
 * the letters leave by their own jobs.
 */
@ApplicationModule(
        allowedDependencies = {
            "base",
            "settings",
            "audit",
            "mail",
            "jobs",
            "reply",
            "agent",
            "field",
            "customer",
            "identity",
            "queue",
            "ticket",
            "webhook"
        })
@NullMarked
package sportello.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
