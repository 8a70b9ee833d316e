package sportello.queue;

import java.util.Locale;

/** What a queue does with mails that belong to a ticket of its, and yet not quite. */
public record MailPolicy(OnClosed onClosed, OnStranger onStranger) {

    /** About a ticket that is closed. */
    public enum OnClosed {
        /** The ticket is open again. */
        REOPEN,
        /** A new ticket begins, linked to the old one. */
        NEW_TICKET,
        /** The mail is kept with the ticket, which stays closed; its writer is told. */
        REJECT
    }

    /** By somebody who has nothing to do with it. */
    public enum OnStranger {
        /** A note for the desk, whose writer is not verified. */
        NOTE,
        /** A new ticket, as if no number had been named. */
        NEW_TICKET
    }

    static MailPolicy of(String onClosed, String onStranger) {
        return new MailPolicy(
                OnClosed.valueOf(onClosed.toUpperCase(Locale.ROOT)),
                OnStranger.valueOf(onStranger.toUpperCase(Locale.ROOT)));
    }
}
