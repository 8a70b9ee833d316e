package sportello.mime;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Goes through bytes line by line and knows where each begins and ends; of a long line only the beginning is kept. How the
 * first line ends decides what ends a line: a lone CR counts only where the first line ended with one.
 */
final class Lines implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    private final InputStream bytes;
    private final Deadline deadline;
    private final int most;
    private final byte[] chunk = new byte[CHUNK];
    private int next;
    private int filled;
    private byte[] kept = new byte[256];
    private int length;
    private long start;
    private long end;
    private long chunkStart;
    private boolean loneReturns;
    private boolean first = true;

    Lines(Spool.Bytes range, Deadline deadline, int most) throws IOException {
        this.bytes = range.open();
        this.deadline = deadline;
        this.most = most;
        this.chunkStart = range.start();
    }

    /** Goes to the next line, if there is one. */
    boolean next() throws IOException {
        start = after();
        length = 0;
        if (!more()) return false;
        while (more()) {
            var from = next;
            while (next < filled && chunk[next] != '\n' && chunk[next] != '\r') next++;
            keep(from, next - from);
            if (next < filled && ends()) break;
        }
        first = false;
        return true;
    }

    /** Takes the sign at which a line may end; unless it does, the sign belongs to it. */
    private boolean ends() throws IOException {
        var at = after();
        var isFeed = chunk[next++] == '\n';
        var isPair = !isFeed && more() && chunk[next] == '\n';
        if (isPair) next++;
        loneReturns |= first && !isFeed && !isPair;
        end = at;
        if (isFeed || isPair || loneReturns) return true;
        keepReturn();
        return false;
    }

    private boolean more() throws IOException {
        if (next < filled) return true;
        deadline.check();
        chunkStart += filled;
        next = 0;
        filled = Math.max(0, bytes.read(chunk, 0, CHUNK));
        if (filled == 0) end = chunkStart;
        return filled > 0;
    }

    private void keep(int from, int count) {
        var wanted = Math.min(count, most - length);
        if (wanted <= 0) return;
        if (length + wanted > kept.length) kept = Arrays.copyOf(kept, Math.max(2 * kept.length, length + wanted));
        System.arraycopy(chunk, from, kept, length, wanted);
        length += wanted;
    }

    private void keepReturn() {
        if (length >= most) return;
        if (length == kept.length) kept = Arrays.copyOf(kept, 2 * length);
        kept[length++] = '\r';
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
        return chunkStart + next;
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
