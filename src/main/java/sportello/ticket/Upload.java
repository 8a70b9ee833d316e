package sportello.ticket;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that somebody wants to attach.
 *
 * @param name as the sender calls it; data, never a path
 * @param size in bytes
 */
public record Upload(String name, String mediaType, long size, Content content) {

    /** Where the bytes can be read, once for each call. */
    public interface Content {
        InputStream open() throws IOException;
    }
}
