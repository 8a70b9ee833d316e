package sportello.mailbox;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Where a mail is written while it is fetched: a disk of ours that is full is not taken for a server that fails. */
final class HouseDisk extends OutputStream {
    private final OutputStream out;

    HouseDisk(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int single) {
        try {
            out.write(single);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
