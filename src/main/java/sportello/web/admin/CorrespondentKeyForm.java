package sportello.web.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A public key that somebody brings as a file or as text, and for which address. A file does not come back. */
public record CorrespondentKeyForm(String address, @Nullable MultipartFile file, String text) {
    static final CorrespondentKeyForm BLANK = new CorrespondentKeyForm(null, null, null);

    public CorrespondentKeyForm(@Nullable String address, @Nullable MultipartFile file, @Nullable String text) {
        this.address = Objects.requireNonNullElse(address, "");
        this.file = file;
        this.text = Objects.requireNonNullElse(text, "");
    }

    /** At most one byte more than a key may have. */
    byte[] bytes(int most) throws IOException {
        var sent = file;
        if (sent == null || sent.isEmpty()) return text.strip().getBytes(UTF_8);
        try (var stream = sent.getInputStream()) {
            return stream.readNBytes(most + 1);
        }
    }
}
