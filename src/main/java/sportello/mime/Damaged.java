package sportello.mime;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;

/** What was to be opened is not what it was when it was closed. No disk and no database is to blame for it. */
final class Damaged extends RuntimeException {

    private static final long serialVersionUID = 1;

    private Damaged(Exception cause) {
        super(null, cause, false, false);
    }

    /** Takes a step in which whatever goes wrong is the fault of what is opened. */
    static <T> T unless(Callable<T> step) {
        try {
            return step.call();
        } catch (Unfit | UncheckedIOException | Damaged e) {
            throw e;
        } catch (Exception e) {
            throw new Damaged(e);
        }
    }

    static InputStream unless(InputStream opened) {
        return new Opened(opened);
    }

    /** Something to read, where it would be the disk's fault if it could not be written down. */
    private static final class Opened extends FilterInputStream {

        Opened(InputStream bytes) {
            super(bytes);
        }

        @Override
        public int read() {
            return unless(() -> in.read());
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return unless(() -> in.read(buffer, offset, length));
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
