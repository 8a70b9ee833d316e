package sportello.mailbox;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a mail in a talk, up to the line that holds a dot and nothing else. Only CR LF ends a line: where others end
 * a mail elsewhere, a second one could be smuggled in.
 */
final class DotStream extends InputStream {
    private static final int DOT_AND_END = 3;

    private final BufferedInputStream in;
    private boolean begins = true;
    private boolean over;
    private int last;

    DotStream(BufferedInputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        if (over || begins && isEnd()) return -1;
        var next = in.read();
        if (next < 0) throw new EOFException("the talk ended within a mail");
        begins = last == '\r' && next == '\n';
        last = next;
        return next;
    }

    /** A dot that begins a line was put before it for the way. */
    private boolean isEnd() throws IOException {
        in.mark(DOT_AND_END);
        if (in.read() != '.') {
            in.reset();
            return false;
        }
        over = in.read() == '\r' && in.read() == '\n';
        if (over) return true;
        in.reset();
        in.skipNBytes(1);
        begins = false;
        return false;
    }
}
