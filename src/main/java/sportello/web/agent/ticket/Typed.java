package sportello.web.agent.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import sportello.base.Outcome;
import sportello.mail.Addressees;
import sportello.ticket.Mail;
import sportello.ticket.Message;
import sportello.ticket.Title;
import sportello.ticket.Uploads;
import sportello.web.ReceivedFiles;

/**
 * A text as somebody typed it into a form, kept as it is until it is in order.
 *
 * @param version of the ticket on which it was written
 * @param article the number of the article that it is about, 0 for none
 * @param visible whether the customer shall read it; null where nobody is asked
 * @param successful how a closing ends; null as long as nobody chose
 * @param other with whom a call was held; empty where it was none
 * @param along the positions of those of the article's files that go along
 * @param to to whom a mail goes, as typed; so are {@code cc} and {@code bcc}
 */
public record Typed(
        int version,
        Integer article,
        String subject,
        String text,
        @Nullable Boolean visible,
        @Nullable Boolean successful,
        String other,
        String to,
        String cc,
        String bcc,
        List<Integer> along,
        List<MultipartFile> files) {

    /** The same in order. */
    record Letter(Title subject, Message text, Uploads files) {}

    public Typed(
            int version,
            @Nullable Integer article,
            @Nullable String subject,
            @Nullable String text,
            @Nullable Boolean visible,
            @Nullable Boolean successful,
            @Nullable String other,
            @Nullable String to,
            @Nullable String cc,
            @Nullable String bcc,
            @Nullable List<Integer> along,
            @Nullable List<MultipartFile> files) {
        this.version = version;
        this.article = article == null ? 0 : article;
        this.subject = orEmpty(subject);
        this.text = orEmpty(text);
        this.visible = visible;
        this.successful = successful;
        this.other = orEmpty(other);
        this.to = orEmpty(to);
        this.cc = orEmpty(cc);
        this.bcc = orEmpty(bcc);
        this.along = along == null ? List.of() : List.copyOf(along);
        this.files = files == null ? List.of() : List.copyOf(files);
    }

    private static String orEmpty(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    static Typed blank(int version, String subject, String text) {
        return new Typed(version, 0, subject, text, null, null, "", "", "", "", List.of(), List.of());
    }

    /** A call's form, before anything was typed. */
    static Typed call(int version, String subject, String other) {
        return new Typed(version, 0, subject, "", null, null, other, "", "", "", List.of(), List.of());
    }

    /** The same about an article, to those people. */
    Typed about(int no, String firstLine, String secondLine) {
        return new Typed(
                version, no, subject, text, visible, successful, other, firstLine, secondLine, bcc, along, files);
    }

    /** The same with those of the article's files. */
    Typed with(List<Integer> positions) {
        return new Typed(version, article, subject, text, visible, successful, other, to, cc, bcc, positions, files);
    }

    public boolean isVisible() {
        return Boolean.TRUE.equals(visible);
    }

    /** Whether files came along, which a browser does not keep for a form that comes back. */
    public boolean hasFiles() {
        return files.stream().anyMatch(file -> !file.isEmpty());
    }

    /** The same in order, to be mailed. */
    Outcome<Mail> readMail() {
        return Addressees.of(to, cc, bcc)
                .then(addressees -> read().then(letter -> Outcome.done(
                        new Mail(addressees, letter.subject(), letter.text(), letter.files()))));
    }

    Outcome<Letter> read() {
        return Title.of(subject)
                .then(title -> Message.of(text)
                        .then(message -> Uploads.of(ReceivedFiles.chosen(files))
                                .then(uploads -> Outcome.done(new Letter(title, message, uploads)))));
    }
}
