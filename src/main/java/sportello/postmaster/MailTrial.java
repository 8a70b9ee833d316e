package sportello.postmaster;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.field.FilledField;
import sportello.notification.LedgerLine;
import sportello.ticket.Proof;
import sportello.ticket.Status;
import sportello.ticket.TicketNumber;
import sportello.ticket.TicketStand;

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
     * @param followUp what would become of the ticket to which it would be added, null if it would be added to none
     * @param fields what those of the house's own would say that say something else now
     * @param told whom the rules for notifications would tell, and whom not and why
     */
    record Sorted(
            String verdict,
            @Nullable TicketNumber ticket,
            @Nullable Place place,
            @Nullable FollowUp followUp,
            List<FilledField> fields,
            List<Found> log,
            AutomaticAnswer answer,
            List<LedgerLine> told,
            AsRead mail)
            implements MailTrial {

        public Sorted {
            fields = List.copyOf(fields);
            log = List.copyOf(log);
            told = List.copyOf(told);
        }
    }

    /**
     * Where a new ticket would be, and in whose hands.
     *
     * @param customer of whom, as the house knows the writer; null where it does not
     * @param priority 1 (very low) to 5 (very high)
     * @param type null where it would have none; so the service
     * @param locked whether its owner would have it in hand
     */
    record Place(
            String queue,
            @Nullable String owner,
            @Nullable String responsible,
            int priority,
            Status state,
            @Nullable String customer,
            @Nullable String type,
            @Nullable String service,
            boolean locked) {}

    /** What a message does to its ticket. */
    enum Effect {
        /** It was closed and is worked on again. */
        REOPENS,
        /** It had been put aside and is worked on again. */
        WAKES,
        /** It is added, and the state stays. */
        STAYS,
        /** A stranger's words are kept for the desk, and change nothing. */
        NOTE,
        /** It stays closed, and whoever wrote is told. */
        REJECTED;

        /** For the messages. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What would become of a ticket that is there; null for what would stay as it is. */
    record FollowUp(
            Effect effect,
            @Nullable Status state,
            @Nullable String queue,
            @Nullable String owner,
            @Nullable String responsible,
            @Nullable Integer priority,
            @Nullable String type,
            @Nullable String service,
            boolean locked) {

        static FollowUp of(Effect effect, TicketStand before, TicketStand after) {
            return new FollowUp(
                    effect,
                    changed(before.state(), after.state()),
                    changed(before.queue(), after.queue()),
                    changed(before.owner(), after.owner()),
                    changed(before.responsible(), after.responsible()),
                    changed(before.priority(), after.priority()),
                    changed(before.type(), after.type()),
                    changed(before.service(), after.service()),
                    after.locked() && !before.locked());
        }

        private static <T> @Nullable T changed(@Nullable T before, @Nullable T after) {
            return Objects.equals(before, after) ? null : after;
        }
    }

    /**
     * What a reader would see of it.
     *
     * @param sender empty where there is none
     * @param proof what stands behind it
     */
    record AsRead(String sender, String subject, String text, List<File> files, Proof proof) {
        public AsRead {
            files = List.copyOf(files);
        }
    }

    /** A file that came with it. */
    record File(String name, long size) {}
}
