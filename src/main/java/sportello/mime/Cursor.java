package sportello.mime;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;

/** Goes through a range of small-endian numbers and pieces; who goes beyond its end gets an {@link EOFException}. */
final class Cursor implements AutoCloseable {

    private final Spool.Bytes range;
    private final RandomAccessFile file;
    private long position;

    Cursor(Spool.Bytes range) throws IOException {
        this.range = range;
        this.file = new RandomAccessFile(range.path().toFile(), "r");
        this.position = range.start();
    }

    boolean atEnd() {
        return position >= range.end();
    }

    long number(int bytes) throws IOException {
        var piece = take(bytes);
        file.seek(piece.start());
        var number = 0L;
        for (var i = 0; i < bytes; i++) number |= (long) file.readUnsignedByte() << 8 * i;
        return number;
    }

    void skip(long bytes) throws IOException {
        take(bytes);
    }

    Spool.Bytes take(long bytes) throws IOException {
        if (bytes > range.end() - position) throw new EOFException("beyond the end");
        var piece = range.range(position, position + bytes);
        position += bytes;
        return piece;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
