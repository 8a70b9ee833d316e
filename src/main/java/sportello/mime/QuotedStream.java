package sportello.mime;

import java.io.IOException;
import java.io.InputStream;

/** Decodes quoted-printable; an equals sign that encodes nothing stands for itself. */
final class QuotedStream extends InputStream {

    private final InputStream encoded;
    private final int[] ahead = new int[2];
    private int waiting;

    QuotedStream(InputStream encoded) {
        this.encoded = encoded;
    }

    @Override
    public int read() throws IOException {
        while (true) {
            var sign = take();
            if (sign != '=') return sign;
            var first = take();
            if (first == '\n' || first < 0) continue;
            if (first == '\r' || first == ' ' || first == '\t') {
                endLine(first);
                continue;
            }
            var second = take();
            var high = Character.digit(first, 16);
            var low = Character.digit(second, 16);
            if (high >= 0 && low >= 0) return 16 * high + low;
            putBack(first, second);
            return '=';
        }
    }

    private void endLine(int first) throws IOException {
        var next = first;
        while (next == ' ' || next == '\t') next = take();
        if (next == '\r') {
            next = take();
            if (next != '\n') putBack(next, -1);
        } else if (next != '\n') putBack(next, -1);
    }

    private int take() throws IOException {
        if (waiting == 0) return encoded.read();
        var sign = ahead[0];
        ahead[0] = ahead[1];
        waiting--;
        return sign;
    }

    /** Only ever after everything that was put back before has been taken again. */
    private void putBack(int first, int second) {
        waiting = 0;
        if (first >= 0) ahead[waiting++] = first;
        if (second >= 0) ahead[waiting++] = second;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        for (var i = 0; i < length; i++) {
            var read = read();
            if (read < 0) return i == 0 ? -1 : i;
            buffer[offset + i] = (byte) read;
        }
        return length;
    }

    @Override
    public void close() throws IOException {
        encoded.close();
    }
}
