package sportello.storage;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class BlobSql {
    static final int CHUNK = 256 * 1024;

    private final JdbcClient db;
    private final Clock clock;

    BlobSql(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Of several who bring the same bytes at once, one writes and the others wait for that transaction: if it comes to
     * nothing, the next one writes. What is known already is held, so that nobody forgets it before that transaction ends.
     */
    @Transactional(rollbackFor = IOException.class)
    void save(StoredFile file, Spool spool) throws IOException {
        while (!insert(file)) if (hold(file.hash())) return;
        try (var bytes = spool.open()) {
            var no = 0;
            for (var chunk = bytes.readNBytes(CHUNK); chunk.length > 0; chunk = bytes.readNBytes(CHUNK))
                insertChunk(file.hash(), no++, chunk);
        }
    }

    private boolean insert(StoredFile file) {
        return db.sql("""
                insert into blob (hash, size, created_at)
                values (:hash, :size, :now)
                on conflict (hash) do nothing
                """)
                        .param("hash", file.hash().bytes())
                        .param("size", file.size())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean hold(Hash hash) {
        return db.sql("select 1 from blob where hash = :hash for key share")
                .param("hash", hash.bytes())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private void insertChunk(Hash hash, int no, byte[] bytes) {
        db.sql("""
                insert into blob_chunk (hash, no, bytes)
                values (:hash, :no, :bytes)
                """)
                .param("hash", hash.bytes())
                .param("no", no)
                .param("bytes", bytes)
                .update();
    }

    /** Within its own part of the transaction, which comes to nothing if something refers to the bytes. */
    @Transactional(propagation = Propagation.NESTED)
    void delete(Hash hash) {
        db.sql("delete from blob where hash = :hash")
                .param("hash", hash.bytes())
                .update();
    }

    /**
     * How many bytes there are, and the first of them.
     *
     * @param chunk empty if there are none
     */
    record Beginning(long size, byte[] chunk) {}

    /** In one statement, since most of what is kept is one piece. */
    Beginning beginning(Hash hash) {
        return db.sql("""
                select b.size, coalesce(c.bytes, '') as bytes
                  from blob b
                  left join blob_chunk c on c.hash = b.hash and c.no = 0
                 where b.hash = :hash
                """)
                .param("hash", hash.bytes())
                .query((row, number) -> new Beginning(row.getLong("size"), row.getBytes("bytes")))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("no bytes are kept under " + hash.hex()));
    }

    byte[] chunk(Hash hash, int no) {
        return db.sql("""
                select bytes from blob_chunk where hash = :hash and no = :no
                """)
                .param("hash", hash.bytes())
                .param("no", no)
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("piece " + no + " is missing of " + hash.hex()));
    }
}
