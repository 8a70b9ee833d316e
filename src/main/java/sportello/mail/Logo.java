package sportello.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/** The company's mark as a picture that mail programs and browsers show. */
public final class Logo {
    /** In bytes: it travels with every letter. */
    public static final int LARGEST = 200_000;

    /** Of a side, in pixels. */
    public static final int WIDEST = 4000;

    /** As Java's readers call them, and as the web does. */
    private static final Map<String, String> TYPES =
            Map.of("png", "image/png", "jpeg", "image/jpeg", "gif", "image/gif");

    private final String type;
    private final byte[] bytes;

    public Logo(String type, byte[] bytes) {
        if (!TYPES.containsValue(type)) throw new IllegalArgumentException("a logo is PNG, JPEG or GIF, not " + type);
        if (bytes.length > LARGEST) throw new IllegalArgumentException("a logo has at most " + LARGEST + " bytes");
        this.type = type;
        this.bytes = bytes.clone();
    }

    /** The picture, if it is one of a safe kind and size, whatever its name says; its points are not decoded. */
    public static Optional<Logo> of(byte[] bytes) {
        if (bytes.length > LARGEST) return Optional.empty();
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) return Optional.empty();
            var reader = readers.next();
            try {
                var type = TYPES.get(reader.getFormatName().toLowerCase(java.util.Locale.ROOT));
                if (type == null) return Optional.empty();
                reader.setInput(stream, true, true);
                var fits = reader.getWidth(0) <= WIDEST && reader.getHeight(0) <= WIDEST;
                return fits ? Optional.of(new Logo(type, bytes)) : Optional.empty();
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    /** Its media type. */
    public String type() {
        return type;
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
