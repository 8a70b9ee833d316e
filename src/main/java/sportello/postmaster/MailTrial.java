package sportello.postmaster;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.notification.LedgerLine;
import sportello.ticket.State;
import sportello.ticket.TicketNumber;

/** What would become of a mail. */
public sealed interface MailTrial {

    /** It would be put into quarantine, for this reason. */
    record Unreadable(String reason, String detail) implements MailTrial {}

    /**
     * It would be sorted.
     *
     * @param verdict the message bundles hold its words under {@code verdict.}
     * @param ticket to which it would go, null if it would open one or go to none
     * @param place where the ticket would be that it would open, null if it would open none
     * @param log what each step found
     * @param told whom the rules for notifications would tell, and whom not and why
     */
    record Sorted(
            String verdict,
            @Nullable TicketNumber ticket,
            @Nullable Place place,
            List<Found> log,
            AutomaticAnswer answer,
            List<LedgerLine> told,
            AsRead mail)
            implements MailTrial {

        public Sorted {
            log = List.copyOf(log);
            told = List.copyOf(told);
        }
    }

    /**
     * Where a new ticket would be, and in whose hands.
     *
     * @param customer of whom, as the house knows the writer; null where it does not
     * @param priority 1 (very low) to 5 (very high)
     */
    record Place(
            String queue,
            @Nullable String owner,
            @Nullable String responsible,
            int priority,
            State state,
            @Nullable String customer) {}

    /**
     * What a reader would see of it.
     *
     * @param sender empty where there is none
     */
    record AsRead(String sender, String subject, String text, List<File> files) {
        public AsRead {
            files = List.copyOf(files);
        }
    }

    /** A file that came with it. */
    record File(String name, long size) {}
}
