package sportello.audit;

import java.util.Locale;

/** What the book tells of. */
public enum Topic {
    AGENTS,
    GROUPS,
    ROLES,
    SESSIONS,
    FACTORS,
    CUSTOMERS,
    CUSTOMER_USERS,
    CUSTOMER_RIGHTS,
    PORTAL,
    PRIVACY,
    RETENTION,
    MAILED_REPORTS,
    ACCESS,
    LDAP,
    OIDC,
    SAML,
    QUEUES,
    OWNERSHIP,
    ROUTING,
    LETTERS,
    OWN_RULES,
    LIMITS,
    WEBHOOKS,
    STATES,
    OWN_STATES,
    PRIORITIES,
    CAUSES,
    TYPES,
    SERVICES,
    FIELDS,
    TEMPLATES,
    SALUTATIONS,
    SIGNATURES,
    QUARANTINE,
    MAILBOXES,
    MAIL_KEYS,
    CORRESPONDENT_KEYS,
    SEALED_SENDERS,
    RELAY,
    OUTGOING,
    BOUNCES,
    CONSENTS,
    FILTERS,
    ANSWERS,
    IMPORTS,
    MAINTENANCE,
    JOBS,
    COMPANY,
    HOURS,
    NEWS,
    CONFIGURATION;

    /** As it is stored, and for the messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Topic of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
