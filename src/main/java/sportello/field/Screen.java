package sportello.field;

import java.util.List;
import java.util.Locale;

/** Where a field can be asked or shown. */
public enum Screen {
    /** At the desk, by telephone or mail. */
    OPENING,
    PORTAL_OPENING,
    /** The form of the ticket's page. */
    TICKET,
    CLOSING,
    /** Only read there. */
    PORTAL_TICKET(Use.HIDDEN, Use.SHOWN);

    private final List<Use> uses;

    Screen(Use... uses) {
        this.uses = uses.length == 0 ? List.of(Use.values()) : List.of(uses);
    }

    /** As it is stored, and for the messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a field can be there. */
    public List<Use> uses() {
        return uses;
    }
}
