/**
 * The whole configuration as one document that people can read: written out, and brought back in. What a document does is
 * done through the use cases of the modules that keep each part, so their rules hold and the book is told; what it would
 * do is found out by doing it and taking it back. What the document lacks stays as it is. What the configuration was is
 * kept, version by version, and the house can go back to it. It also knows what a desk that was just founded still lacks.
 */
@ApplicationModule(
        allowedDependencies = {
            "base",
            "audit",
            "storage",
            "jobs",
            "mail",
            "agent",
            "mailbox",
            "relay",
            "mailkey",
            "webhook",
            "worktime",
            "ldap",
            "oidc",
            "saml",
            "identity",
            "field",
            "customer",
            "queue",
            "ticket",
            "reply",
            "notification",
            "privacy",
            "postmaster",
            "stats",
            "settings"
        })
@NullMarked
package sportello.configuration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
