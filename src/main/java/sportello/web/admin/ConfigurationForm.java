package sportello.web.admin;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import sportello.base.Csv;

/**
 * A configuration that somebody wants to bring in.
 *
 * @param text what it says, as it was typed or as the file says it
 * @param seen the print of the plan that was shown
 */
public record ConfigurationForm(@Nullable MultipartFile file, String text, String seen) {
    /** In bytes; of those a document has no fewer than signs. */
    static final long LARGEST = 4L << 20;

    static final ConfigurationForm BLANK = new ConfigurationForm(null, null, null);

    public ConfigurationForm(@Nullable MultipartFile file, @Nullable String text, @Nullable String seen) {
        this.file = file;
        this.text = Objects.requireNonNullElse(text, "");
        this.seen = Objects.requireNonNullElse(seen, "");
    }

    boolean isLarge() {
        return file != null && file.getSize() > LARGEST;
    }

    /** The same with what the file says, if there is one. */
    ConfigurationForm read() throws IOException {
        var sent = file;
        return sent == null || sent.isEmpty() ? this : new ConfigurationForm(null, Csv.decoded(sent.getBytes()), seen);
    }
}
