package sportello.mime;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who writes to whom about what. */
record Letterhead(
        @Nullable String messageId,
        List<String> references,
        @Nullable MailAddress from,
        @Nullable MailAddress sender,
        List<MailAddress> replyTo,
        List<MailAddress> to,
        List<MailAddress> cc,
        List<String> deliveredTo,
        String subject,
        @Nullable Instant date) {

    /** The same as it came in an envelope: with what only the envelope knows. */
    Letterhead within(Letterhead envelope) {
        return new Letterhead(
                messageId == null ? envelope.messageId : messageId,
                both(envelope.references, references),
                from,
                sender,
                replyTo,
                to,
                cc,
                both(deliveredTo, envelope.deliveredTo),
                subject,
                date == null ? envelope.date : date);
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }
}
