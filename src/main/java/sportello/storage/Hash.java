package sportello.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

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
        var digest = sha256();
        bytes.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return of(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
