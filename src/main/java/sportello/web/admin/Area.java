package sportello.web.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import sportello.ticket.ChoiceList;
import sportello.ticket.LabelList;

/** What administrators keep, one page each, in the order of the overview. */
public enum Area {
    AGENTS(Chapter.PEOPLE, "/admin/agents"),
    GROUPS(Chapter.PEOPLE, "/admin/groups"),
    ROLES(Chapter.PEOPLE, "/admin/roles"),
    PERMISSIONS(Chapter.PEOPLE, "/admin/permissions"),
    ACCESS(Chapter.PEOPLE, "/admin/access"),
    LDAP(Chapter.PEOPLE, "/admin/ldap"),
    OIDC(Chapter.PEOPLE, "/admin/oidc"),
    SAML(Chapter.PEOPLE, "/admin/saml"),
    SESSIONS(Chapter.PEOPLE, "/admin/sessions"),
    IMPORTS(Chapter.PEOPLE, "/admin/imports"),
    QUEUES(Chapter.TICKETS, "/admin/queues"),
    OWNERSHIP(Chapter.TICKETS, "/admin/ownership"),
    ROUTING(Chapter.TICKETS, "/admin/routing"),
    LETTERS(Chapter.TICKETS, "/admin/letters"),
    OWN_RULES(Chapter.TICKETS, "/admin/own-rules"),
    LIMITS(Chapter.TICKETS, "/admin/limits"),
    WEBHOOKS(Chapter.TICKETS, "/admin/webhooks"),
    STATES(Chapter.TICKETS, "/admin/states"),
    PRIORITIES(Chapter.TICKETS, "/admin/priorities"),
    CAUSES(Chapter.TICKETS, "/admin/causes"),
    TYPES(Chapter.TICKETS, "/admin/types"),
    SERVICES(Chapter.TICKETS, "/admin/services"),
    FIELDS(Chapter.TICKETS, "/admin/fields"),
    TEMPLATES(Chapter.TICKETS, "/admin/templates"),
    PHRASES(Chapter.TICKETS, "/admin/phrases"),
    MAIL(Chapter.POST, "/admin/mail"),
    QUARANTINE(Chapter.POST, "/admin/quarantine"),
    MAILBOXES(Chapter.POST, "/admin/mailboxes"),
    MAIL_KEYS(Chapter.POST, "/admin/mail-keys"),
    CORRESPONDENT_KEYS(Chapter.POST, "/admin/correspondent-keys"),
    RELAY(Chapter.POST, "/admin/relay"),
    OUTGOING(Chapter.POST, "/admin/outgoing"),
    FILTERS(Chapter.POST, "/admin/filters"),
    ANSWERS(Chapter.POST, "/admin/answers"),
    COMPANY(Chapter.HOUSE, "/admin/company"),
    HOURS(Chapter.HOUSE, "/admin/hours"),
    NEWS(Chapter.HOUSE, "/admin/news"),
    MAILED_REPORTS(Chapter.HOUSE, "/admin/mailed-reports"),
    CONFIGURATION(Chapter.HOUSE, "/admin/configuration"),
    SYSTEM(Chapter.HOUSE, "/admin/system"),
    RETENTION(Chapter.HOUSE, "/admin/retention"),
    MAINTENANCE(Chapter.HOUSE, "/admin/maintenance"),
    JOBS(Chapter.HOUSE, "/admin/jobs"),
    ACCESS_LOG(Chapter.HOUSE, "/admin/access-log"),
    BOOK(Chapter.HOUSE, "/admin/book");

    /** What belongs together on the overview. */
    public enum Chapter {
        PEOPLE,
        TICKETS,
        POST,
        HOUSE;

        /** For the messages. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public List<Area> areas() {
            return Arrays.stream(Area.values())
                    .filter(area -> area.chapter == this)
                    .toList();
        }
    }

    private final Chapter chapter;
    private final String address;

    Area(Chapter chapter, String address) {
        this.chapter = chapter;
        this.address = address;
    }

    /** Where the list is kept. */
    static Area of(ChoiceList list) {
        return switch (list) {
            case CAUSES -> CAUSES;
            case TYPES -> TYPES;
            case SERVICES -> SERVICES;
        };
    }

    /** Where the list is kept. */
    static Area of(LabelList list) {
        return switch (list) {
            case STATES -> STATES;
            case PRIORITIES -> PRIORITIES;
        };
    }

    /** For the messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String address() {
        return address;
    }
}
