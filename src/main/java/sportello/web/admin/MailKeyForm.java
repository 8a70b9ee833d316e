package sportello.web.admin;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A file with a key that somebody brings, and what opens it. Neither comes back. */
public record MailKeyForm(@Nullable MultipartFile file, String password) {
    static final MailKeyForm BLANK = new MailKeyForm(null, null);

    public MailKeyForm(@Nullable MultipartFile file, @Nullable String password) {
        this.file = file;
        this.password = Objects.requireNonNullElse(password, "");
    }

    /** At most one byte more than a key may have. */
    byte[] bytes(int most) throws IOException {
        var sent = file;
        if (sent == null) return new byte[0];
        try (var stream = sent.getInputStream()) {
            return stream.readNBytes(most + 1);
        }
    }

    /** Nothing that is secret. */
    @Override
    public String toString() {
        return "MailKeyForm[]";
    }
}
