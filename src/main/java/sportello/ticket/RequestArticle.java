package sportello.ticket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of a request's conversation.
 *
 * @param line set where the house wrote by itself
 */
public record RequestArticle(
        Sender sender,
        String senderName,
        Instant at,
        String text,
        @Nullable SystemLine line,
        List<RequestFile> files) {

    public RequestArticle {
        files = List.copyOf(files);
    }
}
