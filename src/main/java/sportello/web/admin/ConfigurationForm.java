package sportello.web.admin;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import sportello.base.Csv;
import sportello.configuration.ImportingConfiguration;

/**
 * A configuration that somebody wants to bring in.
 *
 * @param text what it says, as it was typed or as the file says it
 * @param seen the print of the plan that was shown
 */
public record ConfigurationForm(@Nullable MultipartFile file, String text, String seen) {
    /** In bytes; of those a document has no fewer than signs. */
    static final long LARGEST = ImportingConfiguration.LARGEST;

    /** Of what is shown to be corrected, in characters. */
    private static final int LONGEST_SHOWN = 1 << 20;

    static final ConfigurationForm BLANK = new ConfigurationForm(null, null, null);

    public ConfigurationForm(@Nullable MultipartFile file, @Nullable String text, @Nullable String seen) {
        this.file = file;
        this.text = Objects.requireNonNullElse(text, "");
        this.seen = Objects.requireNonNullElse(seen, "");
    }

    boolean isLarge() {
        return file != null && file.getSize() > LARGEST;
    }

    /** What can be corrected on the page; what is longer is corrected where it came from. */
    public String shown() {
        return text.length() > LONGEST_SHOWN ? "" : text;
    }

    ConfigurationForm with(String document) {
        return new ConfigurationForm(file, document, seen);
    }

    /** The same with what the file says, if there is one. */
    ConfigurationForm read() throws IOException {
        var sent = file;
        return sent == null || sent.isEmpty() ? this : new ConfigurationForm(null, Csv.decoded(sent.getBytes()), seen);
    }
}
