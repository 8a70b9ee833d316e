package sportello.mail;

import java.util.Set;

/** The company's mark as a picture that mail programs and browsers show. */
public record Logo(String type, byte[] bytes) {

    private static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/gif");
    private static final int LARGEST = 200_000;

    public Logo {
        if (!TYPES.contains(type)) throw new IllegalArgumentException("a logo is PNG, JPEG or GIF, not " + type);
        if (bytes.length > LARGEST) throw new IllegalArgumentException("a logo has at most " + LARGEST + " bytes");
    }
}
