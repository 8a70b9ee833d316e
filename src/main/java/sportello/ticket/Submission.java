package sportello.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

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
        var said = new StringBuilder()
                .append(form)
                .append('\n')
                .append(title)
                .append('\n')
                .append(text.value());
        uploads.files()
                .forEach(file ->
                        said.append('\0').append(file.name()).append('\0').append(file.size()));
        return new Submission(UUID.nameUUIDFromBytes(said.toString().getBytes(UTF_8)));
    }
}
