package sportello.mime;

import java.time.Instant;
import java.util.List;
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
        @Nullable Instant date) {}
