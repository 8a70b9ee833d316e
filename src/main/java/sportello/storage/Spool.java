package sportello.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import sportello.base.Sha256;

/** Bytes on their way in: a temporary file, until their hash is known and they have found their place. */
public final class Spool implements AutoCloseable {
    private static final int PIECE = 16 * 1024;
    static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    private final Path path;
    private final MessageDigest digest = Sha256.fresh();
    private final OutputStream out;

    /** Mail by POP3 comes byte by byte; the JDK's buffer takes a lock for each, and six times as long. */
    private final byte[] piece = new byte[PIECE];

    private int held;
    private long size;
    private @Nullable StoredFile file;

    private Spool(Path path) throws IOException {
        this.path = path;
        this.out = new DigestOutputStream(Files.newOutputStream(path), digest);
    }

    static Spool in(Path directory) throws IOException {
        return new Spool(Files.createTempFile(directory, "sportello-", ".spool"));
    }

    static Spool of(InputStream bytes, Path directory) throws IOException {
        var spool = in(directory);
        try {
            bytes.transferTo(spool.sink());
            return spool;
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    /** Takes bytes, by one thread, until somebody asks what came together. */
    public OutputStream sink() {
        return new OutputStream() {
            @Override
            public void write(int single) throws IOException {
                if (held == piece.length) passOn();
                piece[held++] = (byte) single;
                size++;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (length > piece.length - held) passOn();
                if (length > piece.length) out.write(bytes, offset, length);
                else {
                    System.arraycopy(bytes, offset, piece, held, length);
                    held += length;
                }
                size += length;
            }
        };
    }

    private void passOn() throws IOException {
        out.write(piece, 0, held);
        held = 0;
    }

    /** How many bytes have come so far. */
    public long size() {
        return size;
    }

    /** What came together; nothing is added after that. */
    public StoredFile file() throws IOException {
        var known = file;
        if (known != null) return known;
        passOn();
        out.close();
        file = new StoredFile(Hash.of(digest.digest()), size);
        return file;
    }

    InputStream open() throws IOException {
        file();
        return Files.newInputStream(path);
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            Files.deleteIfExists(path);
        }
    }
}
