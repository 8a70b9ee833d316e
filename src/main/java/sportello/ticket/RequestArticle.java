package sportello.ticket;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.field.FilledField;

/**
 * One message of a request's conversation.
 *
 * @param line set where the house wrote by itself
 * @param fields what those say of it that administrators show to customers
 */
public record RequestArticle(
        Sender sender,
        String senderName,
        Instant at,
        String text,
        @Nullable SystemLine line,
        List<RequestFile> files,
        List<FilledField> fields) {

    public RequestArticle {
        files = List.copyOf(files);
        fields = List.copyOf(fields);
    }
}
