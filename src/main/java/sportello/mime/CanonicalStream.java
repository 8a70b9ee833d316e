package sportello.mime;

import java.io.IOException;
import java.io.InputStream;

/** Ends every line with CR LF, as it was when it was signed. */
final class CanonicalStream extends InputStream {

    private final Chunked bytes;
    private boolean feedIsDue;
    private boolean afterReturn;

    CanonicalStream(InputStream bytes) {
        this.bytes = new Chunked(bytes);
    }

    @Override
    public int read() throws IOException {
        if (feedIsDue) {
            feedIsDue = false;
            return '\n';
        }
        var sign = bytes.read();
        if (sign == '\n' && afterReturn) sign = bytes.read();
        afterReturn = sign == '\r';
        if (sign != '\r' && sign != '\n') return sign;
        feedIsDue = true;
        return '\r';
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
