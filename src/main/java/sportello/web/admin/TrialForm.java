package sportello.web.admin;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import sportello.mailbox.MailboxId;

/**
 * A mail that somebody wants to try: its source, or else a file that holds it.
 *
 * @param mailbox from which it would come, null for none in particular
 * @param trusted of none in particular, whether it is
 */
public record TrialForm(
        String source,
        @Nullable MultipartFile file,
        @Nullable Long mailbox,
        @Nullable Boolean trusted) {
    /** In bytes. */
    static final long LARGEST = 25L << 20;

    static final TrialForm BLANK = new TrialForm("", null, null, null);

    public TrialForm(
            @Nullable String source, @Nullable MultipartFile file, @Nullable Long mailbox, @Nullable Boolean trusted) {
        this.source = Objects.requireNonNullElse(source, "");
        this.file = file;
        this.mailbox = mailbox;
        this.trusted = trusted;
    }

    static TrialForm from(MailboxId mailbox) {
        return new TrialForm("", null, mailbox.value(), null);
    }

    boolean isLarge() {
        return file != null && file.getSize() > LARGEST;
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
