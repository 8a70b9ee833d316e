package sportello.mime;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Italian certified mail (posta elettronica certificata) as its envelope tells it. Only what has the full structure is
 * recognised; whether its provider signed it says {@link ReadMail#signature()}.
 */
public sealed interface Pec {

    /** A certified message: the mail reads as what was inside the envelope. */
    record Certified(MailAddress sender, String subject, Envelope envelope) implements Pec {}

    /** An ordinary mail in the envelope of an anomaly: it reads as what was inside, and nothing about it is certified. */
    record Uncertified() implements Pec {}

    /** What a provider tells about a certified message of ours. */
    record Receipt(Kind kind, @Nullable String refersTo, List<Consignee> consignees, String error, Envelope envelope)
            implements Pec {
        public Receipt {
            consignees = List.copyOf(consignees);
        }
    }

    /**
     * What the provider attests.
     *
     * @param messageId of the message that was certified
     */
    record Envelope(
            String provider,
            String identifier,
            @Nullable String messageId,
            @Nullable Instant at) {}

    /** To whom it was sent, and whether that address is certified too. */
    record Consignee(String address, boolean certified) {}

    /** The kinds of receipts. */
    enum Kind {
        ACCEPTED,
        NOT_ACCEPTED,
        TAKEN,
        DELIVERED,
        DELIVERY_UNCERTAIN,
        NOT_DELIVERED,
        VIRUS
    }
}
