package sportello.web.admin;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import sportello.base.Csv;
import sportello.customer.ImportKind;

/**
 * A file that somebody wants to bring.
 *
 * @param text what it says; with the plan that is shown it comes back instead of the file
 * @param seen the print of that plan
 * @param invited whether the new people are invited to the portal
 */
public record ImportForm(
        ImportKind kind,
        @Nullable MultipartFile file,
        String text,
        String seen,
        @Nullable Boolean invited) {
    /** In bytes. */
    static final long LARGEST = 8L << 20;

    static final ImportForm BLANK = new ImportForm(null, null, null, null, null);

    public ImportForm(
            @Nullable ImportKind kind,
            @Nullable MultipartFile file,
            @Nullable String text,
            @Nullable String seen,
            @Nullable Boolean invited) {
        this.kind = Objects.requireNonNullElse(kind, ImportKind.CUSTOMERS);
        this.file = file;
        this.text = Objects.requireNonNullElse(text, "");
        this.seen = Objects.requireNonNullElse(seen, "");
        this.invited = invited;
    }

    boolean isInvited() {
        return Boolean.TRUE.equals(invited);
    }

    boolean isLarge() {
        return file != null && file.getSize() > LARGEST;
    }

    /** The same with what the file says. */
    ImportForm read() throws IOException {
        var sent = file;
        return sent == null || sent.isEmpty()
                ? this
                : new ImportForm(kind, null, Csv.decoded(sent.getBytes()), seen, invited);
    }
}
