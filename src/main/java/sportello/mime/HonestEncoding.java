package sportello.mime;

import java.io.IOException;
import java.io.InputStream;

/** Some programs call base64 what is plain text: it is read as it stands. */
final class HonestEncoding {

    private static final int LOOKED_AT = 2_000;
    private static final int FORGIVEN = 3;

    private HonestEncoding() {}

    static InputStream open(Part part) throws IOException {
        return part.encoding().startsWith("base64") && !looksEncoded(part) ? part.openRaw() : part.open();
    }

    private static boolean looksEncoded(Part part) throws IOException {
        try (var raw = part.openRaw()) {
            var odd = 0;
            for (var sign : raw.readNBytes(LOOKED_AT)) if (!isBase64(sign)) odd++;
            return odd <= FORGIVEN;
        }
    }

    private static boolean isBase64(byte sign) {
        return sign >= '0' && sign <= '9'
                || sign >= 'A' && sign <= 'Z'
                || sign >= 'a' && sign <= 'z'
                || sign == '+'
                || sign == '/'
                || sign == '='
                || sign == '\r'
                || sign == '\n'
                || sign == '\t';
    }
}
