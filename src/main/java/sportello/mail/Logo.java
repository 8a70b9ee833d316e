package sportello.mail;

import java.util.Set;

/** The company's mark as a picture that mail programs and browsers show. */
public final class Logo {

    private static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/gif");
    private static final int LARGEST = 200_000;

    private final String type;
    private final byte[] bytes;

    public Logo(String type, byte[] bytes) {
        if (!TYPES.contains(type)) throw new IllegalArgumentException("a logo is PNG, JPEG or GIF, not " + type);
        if (bytes.length > LARGEST) throw new IllegalArgumentException("a logo has at most " + LARGEST + " bytes");
        this.type = type;
        this.bytes = bytes.clone();
    }

    /** Its media type. */
    public String type() {
        return type;
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
