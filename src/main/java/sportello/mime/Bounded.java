package sportello.mime;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Gives a limited number of bytes while it is bounded, then none: what a library reads into memory is only small. */
final class Bounded extends FilterInputStream {

    static final int MOST = 1 << 20;

    private boolean unbounded;
    private int left = MOST;

    Bounded(InputStream bytes) {
        super(bytes);
    }

    /** From here on whatever comes is read as a stream. */
    void release() {
        unbounded = true;
    }

    void bind() {
        unbounded = false;
    }

    @Override
    public int read() throws IOException {
        return spent(1) ? -1 : super.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) return 0;
        if (unbounded) return super.read(buffer, offset, length);
        var most = Math.min(length, left);
        return spent(most) || most == 0 ? -1 : super.read(buffer, offset, most);
    }

    /** What is put back could be counted twice. */
    @Override
    public boolean markSupported() {
        return false;
    }

    private boolean spent(int count) {
        if (unbounded) return false;
        left -= count;
        return left < 0;
    }
}
