package sportello.mime;

import java.io.IOException;
import java.io.InputStream;

/** Reads ahead in chunks for one thread; the stream of the JDK locks for every single byte. */
final class Chunked extends InputStream {

    private final InputStream bytes;
    private final byte[] chunk = new byte[1 << 14];
    private int position;
    private int length;

    Chunked(InputStream bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        if (position == length && !fill()) return -1;
        return chunk[position++] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        if (count == 0) return 0;
        if (position == length && !fill()) return -1;
        var taken = Math.min(count, length - position);
        System.arraycopy(chunk, position, buffer, offset, taken);
        position += taken;
        return taken;
    }

    private boolean fill() throws IOException {
        position = 0;
        length = Math.max(0, bytes.read(chunk, 0, chunk.length));
        return length > 0;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
