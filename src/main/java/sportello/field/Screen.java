package sportello.field;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where a field can be asked or shown. */
public enum Screen {
    /** At the desk, by telephone or mail. */
    OPENING(Subject.TICKET),
    PORTAL_OPENING(Subject.TICKET),
    /** The form of the ticket's page. */
    TICKET(Subject.TICKET),
    CLOSING(Subject.TICKET),
    /** A further column of the desk's lists. */
    LIST(Subject.TICKET, Use.HIDDEN, Use.SHOWN),
    /** Only read there. */
    PORTAL_TICKET(Subject.TICKET, Use.HIDDEN, Use.SHOWN),
    NOTE(Subject.ARTICLE),
    /** Whatever is mailed: answers, mails to others, what is forwarded. */
    ANSWER(Subject.ARTICLE),
    /** By telephone, made or received. */
    CALL(Subject.ARTICLE),
    /** Only read there, on the ticket's page and on paper. */
    ARTICLE(Subject.ARTICLE, Use.HIDDEN, Use.SHOWN),
    /** Only read there, of articles that the customer reads. */
    PORTAL_ARTICLE(Subject.ARTICLE, Use.HIDDEN, Use.SHOWN),
    /** The form of an organisation; its page shows all that is filled in. */
    CUSTOMER(Subject.CUSTOMER),
    /** Only read there, beside the tickets of the organisation. */
    CUSTOMER_BESIDE(Subject.CUSTOMER, Use.HIDDEN, Use.SHOWN),
    CUSTOMER_USER(Subject.CUSTOMER_USER),
    CUSTOMER_USER_BESIDE(Subject.CUSTOMER_USER, Use.HIDDEN, Use.SHOWN);

    private final Subject subject;
    private final List<Use> uses;

    Screen(Subject subject, Use... uses) {
        this.subject = subject;
        this.uses = uses.length == 0 ? List.of(Use.values()) : List.of(uses);
    }

    /** As it is stored, and for the messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whose fields it asks or shows. */
    public Subject subject() {
        return subject;
    }

    /** Those that know fields of it. */
    public static List<Screen> of(Subject subject) {
        return Arrays.stream(values())
                .filter(screen -> screen.subject == subject)
                .toList();
    }

    /** What a field can be there. */
    public List<Use> uses() {
        return uses;
    }
}
