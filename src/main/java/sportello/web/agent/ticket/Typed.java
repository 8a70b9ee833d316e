package sportello.web.agent.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import sportello.base.Outcome;
import sportello.ticket.Message;
import sportello.ticket.Title;
import sportello.ticket.Uploads;
import sportello.web.ReceivedFiles;

/**
 * A text as somebody typed it into a form, kept as it is until it is in order.
 *
 * @param version of the ticket on which it was written
 * @param visible whether the customer shall read it; null where nobody is asked
 * @param successful how a closing ends; null as long as nobody chose
 * @param other with whom a call was held; empty where it was none
 * @param to to whom a mail goes, as typed; so are {@code cc} and {@code bcc}
 */
public record Typed(
        int version,
        String subject,
        String text,
        @Nullable Boolean visible,
        @Nullable Boolean successful,
        String other,
        String to,
        String cc,
        String bcc,
        List<MultipartFile> files) {

    /** The same in order. */
    record Letter(Title subject, Message text, Uploads files) {}

    public Typed(
            int version,
            @Nullable String subject,
            @Nullable String text,
            @Nullable Boolean visible,
            @Nullable Boolean successful,
            @Nullable String other,
            @Nullable String to,
            @Nullable String cc,
            @Nullable String bcc,
            @Nullable List<MultipartFile> files) {
        this.version = version;
        this.subject = orEmpty(subject);
        this.text = orEmpty(text);
        this.visible = visible;
        this.successful = successful;
        this.other = orEmpty(other);
        this.to = orEmpty(to);
        this.cc = orEmpty(cc);
        this.bcc = orEmpty(bcc);
        this.files = files == null ? List.of() : List.copyOf(files);
    }

    private static String orEmpty(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    static Typed blank(int version, String subject, String text) {
        return new Typed(version, subject, text, null, null, "", "", "", "", List.of());
    }

    /** A call's form, before anything was typed. */
    static Typed call(int version, String subject, String other) {
        return new Typed(version, subject, "", null, null, other, "", "", "", List.of());
    }

    /** A mail's form, before anything was typed. */
    static Typed mail(int version, String subject, String to) {
        return new Typed(version, subject, "", null, null, "", to, "", "", List.of());
    }

    public boolean isVisible() {
        return Boolean.TRUE.equals(visible);
    }

    /** Whether files came along, which a browser does not keep for a form that comes back. */
    public boolean hasFiles() {
        return files.stream().anyMatch(file -> !file.isEmpty());
    }

    Outcome<Letter> read() {
        return Title.of(subject)
                .then(title -> Message.of(text)
                        .then(message -> Uploads.of(ReceivedFiles.chosen(files))
                                .then(uploads -> Outcome.done(new Letter(title, message, uploads)))));
    }
}
