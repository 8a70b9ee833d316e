package sportello.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import sportello.field.TypedFields;

/**
 * What was sent by one form, once. Pressed twice, the same form with the same words and files is the same submission; a
 * form that the browser gave back and that now says something else is another one, and nothing of it is lost.
 */
public record Submission(UUID key) {

    /** One that will never arrive again. */
    static Submission single() {
        return new Submission(UUID.randomUUID());
    }

    /** @param form drawn by lot when the form was shown */
    public static Submission of(UUID form, String title, Message text, Uploads uploads) {
        return of(said(form, title, text, uploads));
    }

    /** The same of a form that asks for fields and a service too. */
    public static Submission of(
            UUID form, String title, Message text, Uploads uploads, TypedFields fields, @Nullable Long service) {
        var said = said(form, title, text, uploads).append(said(fields));
        return of(service == null ? said : said.append("\0service ").append(service));
    }

    /** The same of a request as the desk writes it down; to whom else it goes is part of what it says. */
    public static Submission of(UUID form, DeskRequest request) {
        var word = request.word();
        var said = said(form, word.subject().value(), word.text(), word.files());
        var copies = request.copies();
        copies.cc().forEach(one -> said.append("\0cc ").append(one.address()));
        copies.bcc().forEach(one -> said.append("\0bcc ").append(one.address()));
        return of(said.append(said(request.fields())));
    }

    private static String said(TypedFields fields) {
        return fields.typed().isEmpty() ? "" : "\0fields " + fields.said();
    }

    private static StringBuilder said(UUID form, String title, Message text, Uploads uploads) {
        var said = new StringBuilder()
                .append(form)
                .append('\n')
                .append(title)
                .append('\n')
                .append(text.value());
        uploads.files()
                .forEach(file ->
                        said.append('\0').append(file.name()).append('\0').append(file.size()));
        return said;
    }

    private static Submission of(StringBuilder said) {
        return new Submission(UUID.nameUUIDFromBytes(said.toString().getBytes(UTF_8)));
    }
}
