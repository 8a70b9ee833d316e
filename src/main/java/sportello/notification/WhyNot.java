package sportello.notification;

import java.util.Locale;

/** Why somebody whom a rule addresses was not told. */
public enum WhyNot {
    /** It was the person's own action. */
    ACTOR,
    /** The person has left. */
    INVALID,
    /** The person may not see the queue, or no longer. */
    NO_PERMISSION,
    NO_ADDRESS,
    /** Another rule for the same event had come first. */
    TOLD_ALREADY,
    /** The person gets the mail itself, which the event is about. */
    WRITTEN_TO,
    /** The person is out of office, and whoever stands in knows of it. */
    AWAY,
    /**
     * To mails of this kind no machine answers: one wrote it and might answer in turn, it came over a list or as certified
     * mail, or nobody knows whether the person wrote it.
     */
    MACHINE,
    /** A letter to the person's address has just come back, or what came back was such a letter already. */
    BOUNCED,
    /** There were many mails of this kind today, and as many letters. */
    TOO_OFTEN,
    /** The same rule has told the person of this ticket today, and does so once a day. */
    TOLD_TODAY,
    /** The person chose not to be told such things. */
    SILENCED,
    /** While it waited for the working hours, the same rule had something newer to say of the ticket. */
    REPLACED,
    /** While it waited, it came to nothing: the ticket was closed, or the rule means the person no longer. */
    PASSED;

    /** As it is stored. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of its label in the message bundles. */
    public String message() {
        return "notification.why_not." + key();
    }

    static WhyNot of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
