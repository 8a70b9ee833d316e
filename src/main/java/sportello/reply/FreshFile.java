package sportello.reply;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that a template shall bring along.
 *
 * @param name as whoever brings it calls it; data, never a path
 */
public record FreshFile(String name, String mediaType, Content content) {

    /** Where the bytes can be read, once. */
    public interface Content {
        InputStream open() throws IOException;
    }
}
