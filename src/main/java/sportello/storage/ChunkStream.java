package sportello.storage;

import java.io.InputStream;
import java.util.Objects;

/** Reads kept bytes chunk by chunk, a short query for each, so that a slow reader holds no connection. */
final class ChunkStream extends InputStream {
    private final Hash hash;
    private final BlobSql sql;

    private long left;
    private int next;
    private byte[] chunk;
    private int position;

    ChunkStream(Hash hash, BlobSql.Beginning beginning, BlobSql sql) {
        this.hash = hash;
        this.left = beginning.size();
        this.chunk = beginning.chunk();
        this.next = chunk.length == 0 ? 0 : 1;
        this.sql = sql;
    }

    @Override
    public int read() {
        return hasMore() ? take(1, chunk[position] & 0xff) : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) return 0;
        if (!hasMore()) return -1;
        var count = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, target, offset, count);
        return take(count, count);
    }

    @Override
    public int available() {
        return chunk.length - position;
    }

    private boolean hasMore() {
        if (position < chunk.length) return true;
        if (left == 0) return false;
        chunk = sql.chunk(hash, next++);
        position = 0;
        return true;
    }

    private int take(int count, int result) {
        position += count;
        left -= count;
        return result;
    }
}
