package sportello.postmaster;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.customer.CustomerUser;
import sportello.mime.DeliveryReport;
import sportello.queue.Route;
import sportello.ticket.MailThread;
import sportello.ticket.Standing;

/** What is to become of a mail. */
public sealed interface Verdict {

    /**
     * A new ticket.
     *
     * @param asker null where the house does not know the writer
     */
    record Open(Route route, @Nullable CustomerUser asker) implements Verdict {}

    /** A new ticket beside a closed one that takes no more mail. */
    record OpenBeside(MailThread closed, Open open) implements Verdict {}

    /** One more article of a ticket. */
    record Join(MailThread thread, Standing standing) implements Verdict {}

    /** Kept with a ticket that stays closed; whoever wrote is told. */
    record Reject(MailThread thread, Standing standing) implements Verdict {}

    /** A mail of ours did not arrive. */
    record Bounced(MailThread thread, String messageId, List<DeliveryReport.Fate> fates) implements Verdict {
        public Bounced {
            fates = List.copyOf(fates);
        }
    }

    /** Somebody attests that a mail of ours did arrive, or is on its way. */
    record Attested(MailThread thread) implements Verdict {}

    /** Nothing: the bytes are kept, and why stands in the log. */
    record Ignore(Why why) implements Verdict {
        /** Why a mail becomes nothing. */
        public enum Why {
            /** We wrote it ourselves. */
            OURS,
            /** A filter or a trusted header says so. */
            UNWANTED
        }
    }

    /** As it is stored and shown. */
    default String key() {
        return switch (this) {
            case Open _ -> "open";
            case OpenBeside _ -> "open_beside";
            case Join _ -> "join";
            case Reject _ -> "reject";
            case Bounced _ -> "bounced";
            case Attested _ -> "attested";
            case Ignore _ -> "ignore";
        };
    }
}
