package sportello.mime;

import java.io.IOException;
import java.io.InputStream;

/** Decodes quoted-printable; an equals sign that encodes nothing stands for itself. */
final class QuotedStream extends InputStream {

    private static final int MOST_SPACES = 100;
    private static final int[] NONE = {};

    private final InputStream encoded;
    private final int[] ahead = new int[MOST_SPACES + 3];
    private int waiting;

    QuotedStream(InputStream encoded) {
        this.encoded = encoded;
    }

    @Override
    public int read() throws IOException {
        var sign = take();
        while (sign == '=') {
            if (isEndOfLine()) {
                sign = take();
                continue;
            }
            var first = take();
            var second = take();
            var high = Character.digit(first, 16);
            var low = Character.digit(second, 16);
            if (high >= 0 && low >= 0) return 16 * high + low;
            putBack(second);
            putBack(first);
            return '=';
        }
        return sign;
    }

    /** Whether nothing but spaces follows on the line, which then goes on; else all is as it was. */
    private boolean isEndOfLine() throws IOException {
        var next = take();
        var spaces = next == ' ' || next == '\t' ? new int[MOST_SPACES] : NONE;
        var count = 0;
        while ((next == ' ' || next == '\t') && count < spaces.length) {
            spaces[count++] = next;
            next = take();
        }
        if (next == '\n' || next < 0) return true;
        var after = next == '\r' ? take() : -1;
        if (next == '\r') {
            if (after != '\n') putBack(after);
            return true;
        }
        putBack(next);
        while (count > 0) putBack(spaces[--count]);
        return false;
    }

    private int take() throws IOException {
        return waiting > 0 ? ahead[--waiting] : encoded.read();
    }

    private void putBack(int sign) {
        if (sign >= 0) ahead[waiting++] = sign;
    }

    @Override
    public void close() throws IOException {
        encoded.close();
    }
}
