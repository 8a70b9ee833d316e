package sportello.web.admin;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A mail that somebody wants to try: its source, or else a file that holds it. */
public record TrialForm(
        String source,
        @Nullable MultipartFile file,
        @Nullable Boolean trusted) {
    /** In bytes. */
    static final long LARGEST = 25L << 20;

    public TrialForm(@Nullable String source, @Nullable MultipartFile file, @Nullable Boolean trusted) {
        this.source = Objects.requireNonNullElse(source, "");
        this.file = file;
        this.trusted = trusted;
    }

    /** The file, if one was chosen; for none, browsers send one without a name. */
    @Nullable MultipartFile chosen() {
        var sent = file;
        return sent == null
                        || Objects.requireNonNullElse(sent.getOriginalFilename(), "")
                                .isEmpty()
                ? null
                : sent;
    }

    public boolean isTrusted() {
        return Boolean.TRUE.equals(trusted);
    }
}
