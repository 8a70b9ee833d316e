package sportello.mime;

import java.io.IOException;
import java.util.Arrays;

/**
 * Goes through bytes line by line and knows where each begins and ends; of a long line only the beginning is kept. How the
 * first line ends decides what ends a line: a lone CR counts only where the first line ended with one.
 */
final class Lines implements AutoCloseable {

    private final Chunked bytes;
    private final Deadline deadline;
    private final int most;
    private byte[] kept = new byte[256];
    private int length;
    private long start;
    private long end;
    private long position;
    private int ahead = -2;
    private boolean loneReturns;
    private boolean first = true;

    Lines(Spool.Bytes range, Deadline deadline, int most) throws IOException {
        this.bytes = new Chunked(range.open());
        this.deadline = deadline;
        this.most = most;
        this.position = range.start();
    }

    /** Goes to the next line, if there is one. */
    boolean next() throws IOException {
        start = position;
        length = 0;
        var sign = take();
        if (sign < 0) return false;
        while (sign >= 0 && !ends(sign)) {
            keep(sign);
            sign = take();
        }
        first = false;
        return true;
    }

    private boolean ends(int sign) throws IOException {
        end = position - 1;
        if (sign == '\n') return true;
        if (sign != '\r') return false;
        ahead = bytes.read();
        if (ahead == '\n') take();
        else if (first) loneReturns = true;
        else return loneReturns;
        return true;
    }

    private int take() throws IOException {
        var sign = ahead == -2 ? bytes.read() : ahead;
        ahead = -2;
        if (sign >= 0) position++;
        else end = position;
        if ((position & 0xffff) == 0) deadline.check();
        return sign;
    }

    private void keep(int sign) {
        if (length >= most) return;
        if (length == kept.length) kept = Arrays.copyOf(kept, 2 * length);
        kept[length++] = (byte) sign;
    }

    /** Where the line begins. */
    long start() {
        return start;
    }

    /** Where the line ends, without what ended it. */
    long end() {
        return end;
    }

    /** Where the next line begins. */
    long after() {
        return position;
    }

    int length() {
        return length;
    }

    byte at(int index) {
        return kept[index];
    }

    boolean isEmpty() {
        return length == 0;
    }

    boolean startsWith(String ascii) {
        if (length < ascii.length()) return false;
        for (var i = 0; i < ascii.length(); i++) if (kept[i] != ascii.charAt(i)) return false;
        return true;
    }

    /** The line, or its beginning. */
    byte[] kept() {
        return Arrays.copyOf(kept, length);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
