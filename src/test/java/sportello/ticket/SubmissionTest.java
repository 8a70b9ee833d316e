package sportello.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When two arrivals of a form are one submission, and when they are two. */
class SubmissionTest {
    private static final UUID FORM = UUID.fromString("2f1e7c3a-0b52-4c8e-9f0d-6d2a1b3c4d5e");
    private static final Message TEXT = new Message("Il riscaldamento non parte.");

    @Test
    void the_same_form_with_the_same_words_and_files_is_the_same() {
        assertThat(Submission.of(FORM, "Freddo", TEXT, files("foto.jpg", 10)))
                .isEqualTo(Submission.of(FORM, "Freddo", TEXT, files("foto.jpg", 10)));
    }

    @Test
    void whoever_goes_back_and_changes_something_sends_something_else() {
        var first = Submission.of(FORM, "Freddo", TEXT, files("foto.jpg", 10));

        assertThat(Submission.of(FORM, "Gelo", TEXT, files("foto.jpg", 10))).isNotEqualTo(first);
        assertThat(Submission.of(FORM, "Freddo", new Message("Ora parte."), files("foto.jpg", 10)))
                .isNotEqualTo(first);
        assertThat(Submission.of(FORM, "Freddo", TEXT, Uploads.NONE)).isNotEqualTo(first);
        assertThat(Submission.of(FORM, "Freddo", TEXT, files("foto.jpg", 11))).isNotEqualTo(first);
        assertThat(Submission.of(FORM, "Freddo", TEXT, files("altra.jpg", 10))).isNotEqualTo(first);
    }

    @Test
    void the_same_words_in_a_new_form_are_a_new_request() {
        assertThat(Submission.of(UUID.randomUUID(), "Freddo", TEXT, Uploads.NONE))
                .isNotEqualTo(Submission.of(FORM, "Freddo", TEXT, Uploads.NONE));
    }

    private static Uploads files(String name, long size) {
        return new Uploads(List.of(new Upload(name, "image/jpeg", size, InputStream::nullInputStream)));
    }
}
