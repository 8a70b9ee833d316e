package sportello.postmaster;

import java.util.Locale;

/** Whether the house answers a mail by itself, and if it does not, why. */
public enum AutomaticAnswer {
    GOES,
    /** Nothing is opened or refused by it that would want an answer. */
    NONE,
    /** The house knows whoever wrote, and tells them by the rules for notifications. */
    NOTIFIED,
    /** A filter or a trusted header says so. */
    SILENCED,
    NO_ADDRESS,
    /** No person wrote it, or none wants an answer. */
    MACHINE,
    CERTIFIED,
    /** The house would answer itself. */
    OURS,
    /** There is no text for it. */
    SWITCHED_OFF,
    ANSWERED_TODAY;

    /** For the messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
