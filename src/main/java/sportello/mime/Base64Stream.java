package sportello.mime;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Decodes base64 and passes over whatever is none: there is always something to read, never a complaint. */
final class Base64Stream extends InputStream {

    private static final byte[] VALUES = new byte[256];

    static {
        Arrays.fill(VALUES, (byte) -1);
        var signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (var i = 0; i < signs.length(); i++) VALUES[signs.charAt(i)] = (byte) i;
    }

    private final InputStream encoded;
    private int bits;
    private int count;
    private boolean ended;

    Base64Stream(InputStream encoded) {
        this.encoded = encoded;
    }

    @Override
    public int read() throws IOException {
        while (!ended) {
            var sign = encoded.read();
            if (sign < 0) ended = true;
            else if (sign == '=') count = 0;
            else if (VALUES[sign] >= 0) {
                bits = (bits << 6 | VALUES[sign]) & 0xffffff;
                count += 6;
                if (count < 8) continue;
                count -= 8;
                return bits >> count & 0xff;
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        encoded.close();
    }
}
