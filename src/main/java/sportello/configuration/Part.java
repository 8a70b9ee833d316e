package sportello.configuration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a document can tell of, in the order in which it is written and brought in: what others name comes first. */
public enum Part {
    COMPANY,
    GROUPS,
    ROLES,
    AGENTS,
    ACCESS,
    LDAP,
    OIDC,
    SAML,
    HOURS,
    QUEUES,
    OWNERSHIP,
    STATES,
    OWN_STATES,
    PRIORITIES,
    TYPES,
    SERVICES,
    CAUSES,
    FIELDS,
    ROUTING,
    FILTERS,
    RULES,
    LETTERS,
    WEBHOOKS,
    WEBHOOK_HOSTS,
    OWN_RULES,
    LIMITS,
    RETENTION,
    MAILED_REPORTS,
    TEMPLATES,
    PHRASES,
    ANSWERS,
    MAILBOXES,
    RELAY,
    SEALED_SENDERS,
    NEWS,
    MAINTENANCE;

    /** As it stands in the document, and for the messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is over when it is over: nobody goes back to it. */
    boolean isOfTheHour() {
        return this == MAINTENANCE;
    }

    static Optional<Part> of(String key) {
        return Arrays.stream(values()).filter(part -> part.key().equals(key)).findFirst();
    }
}
