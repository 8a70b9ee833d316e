package sportello.mailbox;

import java.io.IOException;
import java.io.OutputStream;

/** Passes on so many bytes and swallows the rest. */
final class UpTo extends OutputStream {
    private final OutputStream out;
    private long left;
    private boolean over;

    UpTo(OutputStream out, long most) {
        this.out = out;
        this.left = most;
    }

    boolean isOver() {
        return over;
    }

    @Override
    public void write(int single) throws IOException {
        if (left == 0) over = true;
        else {
            out.write(single);
            left--;
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        var some = (int) Math.min(left, length);
        out.write(bytes, offset, some);
        left -= some;
        if (some < length) over = true;
    }
}
