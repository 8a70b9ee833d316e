package sportello.storage;

import java.io.BufferedOutputStream;
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
    static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    private final Path path;
    private final MessageDigest digest = Sha256.fresh();
    private final OutputStream out;
    private long size;
    private @Nullable StoredFile file;

    private Spool(Path path) throws IOException {
        this.path = path;
        this.out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(path)), digest);
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

    /** Takes bytes until somebody asks what came together. */
    public OutputStream sink() {
        return new OutputStream() {
            @Override
            public void write(int single) throws IOException {
                out.write(single);
                size++;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                size += length;
            }
        };
    }

    /** How many bytes have come so far. */
    public long size() {
        return size;
    }

    /** What came together; nothing is added after that. */
    public StoredFile file() throws IOException {
        var known = file;
        if (known != null) return known;
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
