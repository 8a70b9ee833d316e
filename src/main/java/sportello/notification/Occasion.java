package sportello.notification;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What people are told of: the rows of the procedure's table. */
public enum Occasion {
    OPENED_ASSIGNED,
    OPENED_UNOWNED,
    OPENED_RAW,
    LOCKED,
    RELEASED,
    OWNER_CHANGED,
    RESPONSIBLE_CHANGED,
    MOVED,
    /** Put aside until a day. */
    POSTPONED,
    /** The same with a word on why, which stays in the house. */
    POSTPONED_WITH_WORD,
    /** Something that the customer reads: a visible note, an answer, an outgoing mail. */
    PUBLISHED,
    /** Something that stays in the house: an internal note, a phone call. */
    NOTED,
    FOLLOWED_UP,
    FOLLOWED_UP_UNLOCKED,
    PENDING_REACHED,
    PENDING_REACHED_UNLOCKED,
    CLOSED,
    CLOSED_UNSUCCESSFUL,
    ESCALATION_NEAR,
    ESCALATED,
    /** A mail of the desk could not be delivered. */
    UNDELIVERED,
    /** From here on the procedure tells nobody, but the house can. */
    PRIORITY_CHANGED,
    TYPE_CHANGED,
    SERVICE_CHANGED,
    FIELD_CHANGED,
    CUSTOMER_CHANGED;

    private static final Set<Occasion> IN_THE_HOUSE = EnumSet.of(
            RESPONSIBLE_CHANGED,
            NOTED,
            PENDING_REACHED,
            PENDING_REACHED_UNLOCKED,
            ESCALATION_NEAR,
            ESCALATED,
            UNDELIVERED,
            PRIORITY_CHANGED,
            TYPE_CHANGED,
            SERVICE_CHANGED,
            FIELD_CHANGED,
            CUSTOMER_CHANGED);

    /** As it is stored. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Occasion of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** The key of its label in the message bundles. */
    public String message() {
        return "notification.occasion." + key();
    }

    /** Who was mailed the text does not know yet that this closed the ticket, or that somebody else did not get it. */
    boolean isBesideItsText() {
        return isClosing() || this == UNDELIVERED;
    }

    /** Whether the customer may hear of it at all. */
    public boolean isForCustomers() {
        return !IN_THE_HOUSE.contains(this);
    }

    boolean isClosing() {
        return this == CLOSED || this == CLOSED_UNSUCCESSFUL;
    }

    /** Whether it concerns nobody any more when the ticket is closed. */
    boolean callsForWork() {
        return !isClosing() && !isOfWords();
    }

    /** Whether it is about what was written, or got lost, which is still to be read whatever becomes of the ticket. */
    boolean isOfWords() {
        return this == PUBLISHED || this == NOTED || this == UNDELIVERED;
    }

    boolean isOpening() {
        return this == OPENED_ASSIGNED || this == OPENED_UNOWNED || this == OPENED_RAW;
    }
}
