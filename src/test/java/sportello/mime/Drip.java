package sportello.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.InputStream;

/** A mail that is made while it is read, so that one of any size needs no room: a head, a piece again and again, an end. */
final class Drip extends InputStream {

    private final byte[] head;
    private final byte[] again;
    private final byte[] end;
    private final long times;
    private byte[] piece;
    private long count;
    private int position;

    private Drip(String head, String again, long times, String end) {
        this.head = head.getBytes(ISO_8859_1);
        this.again = again.getBytes(ISO_8859_1);
        this.end = end.getBytes(ISO_8859_1);
        this.times = times;
        this.piece = this.head;
    }

    static MailSource of(String head, String again, long times, String end) {
        return () -> new Drip(head, again, times, end);
    }

    @Override
    public int read() {
        while (position == piece.length) {
            if (count > times) return -1;
            piece = count++ < times ? again : end;
            position = 0;
        }
        return piece[position++] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        var first = read();
        if (first < 0) return -1;
        buffer[offset] = (byte) first;
        var more = Math.min(length - 1, piece.length - position);
        System.arraycopy(piece, position, buffer, offset + 1, more);
        position += more;
        return more + 1;
    }
}
