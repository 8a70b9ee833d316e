package sportello.reply;

import java.io.IOException;
import java.io.InputStream;
import sportello.base.CleanText;

/**
 * A file that a template shall bring along.
 *
 * @param name as whoever brings it calls it; data, never a path
 */
public record FreshFile(String name, String mediaType, Content content) {
    private static final int LONGEST_NAME = 255;

    /** As it will be kept. */
    public FreshFile {
        var line = CleanText.line(name);
        name = line.isEmpty() ? "file" : line.substring(0, Math.min(LONGEST_NAME, line.length()));
        if (!mediaType.matches("[a-z]+/[a-zA-Z0-9.+-]+")) mediaType = "application/octet-stream";
    }

    /** Where the bytes can be read, once. */
    public interface Content {
        InputStream open() throws IOException;
    }
}
