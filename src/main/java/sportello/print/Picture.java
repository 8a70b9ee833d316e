package sportello.print;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** Decodes small pictures in memory: a few bytes may not unfold into a wall. */
final class Picture {
    private static final long MOST_PIXELS = 4_000_000;

    private Picture() {}

    /** Nothing for what is no picture, or too large. */
    static @Nullable BufferedImage of(byte[] bytes) throws IOException {
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) return null;
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                var small = (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS;
                return small ? reader.read(0) : null;
            } finally {
                reader.dispose();
            }
        }
    }
}
