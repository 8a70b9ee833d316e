package sportello.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Keeps bytes by their hash. The same bytes are kept once, whoever brings them; whatever their size, little is in memory. */
@Component
public class Files {
    private final BlobSql sql;

    Files(BlobSql sql) {
        this.sql = sql;
    }

    /** Keeps what the stream holds, in the caller's transaction if there is one. */
    public StoredFile keep(InputStream bytes) {
        try (var spool = Spool.of(bytes, Spool.TEMPORARY)) {
            return keep(spool);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty spool for bytes that come slowly: no transaction need wait for them. Whoever asks for it closes it. */
    public Spool spool() {
        try {
            return Spool.in(Spool.TEMPORARY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what the spool holds, in the caller's transaction if there is one. */
    public StoredFile keep(Spool spool) {
        try {
            var file = spool.file();
            sql.save(file, spool);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there are such bytes; if so, nobody forgets them before the transaction ends. */
    public boolean hold(Hash hash) {
        return sql.hold(hash);
    }

    /** Forgets the bytes, unless something refers to them: the foreign keys know. */
    public void forget(Hash hash) {
        try {
            sql.delete(hash);
        } catch (DataIntegrityViolationException needed) {
            // Whoever refers to them forgets them later.
        }
    }

    /**
     * The bytes again, read piece by piece.
     *
     * @throws java.util.NoSuchElementException if they were never kept
     */
    public InputStream open(Hash hash) {
        return new ChunkStream(hash, sql.beginning(hash), sql);
    }
}
