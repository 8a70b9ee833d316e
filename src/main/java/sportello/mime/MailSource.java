package sportello.mime;

import java.io.IOException;
import java.io.InputStream;

/** Where the bytes of a mail come from, as they arrived; they may be asked for more than once. */
@FunctionalInterface
public interface MailSource {

    /** All bytes from the first on. */
    InputStream open() throws IOException;
}
