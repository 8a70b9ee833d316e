package sportello.ticket;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody wants to attach.
 *
 * @param name as the sender calls it; data, never a path
 * @param size in bytes
 * @param contentId by which the text shows it, null for what is only attached
 */
public record Upload(
        String name,
        String mediaType,
        long size,
        Content content,
        @Nullable String contentId) {

    public Upload(String name, String mediaType, long size, Content content) {
        this(name, mediaType, size, content, null);
    }

    /** Where the bytes can be read, once for each call. */
    public interface Content {
        InputStream open() throws IOException;
    }
}
