package sportello.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Bytes on their way in: a temporary file, until their hash is known and they have found their place. */
final class Spool implements AutoCloseable {
    private final Path path;
    private final StoredFile file;

    private Spool(Path path, StoredFile file) {
        this.path = path;
        this.file = file;
    }

    static Spool of(InputStream bytes, Path directory) throws IOException {
        var path = Files.createTempFile(directory, "sportello-", ".spool");
        try {
            return new Spool(path, write(bytes, path));
        } catch (IOException | RuntimeException e) {
            Files.delete(path);
            throw e;
        }
    }

    StoredFile file() {
        return file;
    }

    InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public void close() throws IOException {
        Files.delete(path);
    }

    private static StoredFile write(InputStream bytes, Path path) throws IOException {
        var digest = sha256();
        try (var out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(path)), digest)) {
            var size = bytes.transferTo(out);
            return new StoredFile(Hash.of(digest.digest()), size);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
