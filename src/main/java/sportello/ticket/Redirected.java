package sportello.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sportello.base.Html;
import sportello.mail.LetterBody;
import sportello.mail.MessageId;

/**
 * An article as it is passed on.
 *
 * @param address of who wrote it, empty where none is known
 */
record Redirected(
        ArticleId id,
        String senderName,
        String address,
        String subject,
        String text,
        @Nullable String html,
        @Nullable MessageId messageId,
        Instant at) {

    LetterBody body() {
        return new LetterBody(text, (html == null ? Html.ofText(text) : Html.sanitised(html)).markup());
    }
}
