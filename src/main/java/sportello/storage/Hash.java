package sportello.storage;

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

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
