package sportello.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.regex.Pattern;
import sportello.base.Sha256;

/** The SHA-256 of some bytes in hexadecimal, by which they are kept and found. */
public record Hash(String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public Hash {
        if (!FORM.matcher(hex).matches()) throw new IllegalArgumentException("not a SHA-256");
    }

    /** The hash from its 32 bytes. */
    public static Hash of(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    /** The hash of what the stream holds, which is kept nowhere. */
    public static Hash of(InputStream bytes) throws IOException {
        var digest = Sha256.fresh();
        bytes.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return of(digest.digest());
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
