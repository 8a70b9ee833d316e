package sportello.ticket;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sportello.base.Outcome;

/** What people type and attach: cleaned, kept, or refused with a reason. */
class TypedTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\t", "\u200B\u200D", "\u202E\u202C", "\u00A0\u2003", "\u3164"})
    void a_title_in_which_nothing_can_be_seen_is_empty(String typed) {
        assertThat(Title.of(typed)).isEqualTo(Outcome.refused("title.empty"));
        assertThat(Message.of(typed)).isEqualTo(Outcome.refused("text.empty"));
    }

    @Test
    void a_title_of_a_megabyte_is_refused_with_its_length() {
        assertThat(Title.of("a".repeat(1_000_000))).isEqualTo(Outcome.refused("title.long", 255, 1_000_000));
        assertThat(title("a".repeat(255))).hasSize(255);
    }

    @Test
    void a_text_of_five_megabytes_is_refused_with_its_length() {
        assertThat(Message.of("a".repeat(5_000_000))).isEqualTo(Outcome.refused("text.long", 200_000, 5_000_000));
    }

    @Test
    void emoji_and_every_script_stay_and_tricks_go() {
        assertThat(title("Lampione 💡 спасибо שלום")).isEqualTo("Lampione 💡 спасибо שלום");
        assertThat(title("fattura\u202Egnp.exe")).isEqualTo("fatturagnp.exe");
        assertThat(title("a\u0000b\u0007c")).isEqualTo("abc");
        assertThat(title("riga uno\r\nriga due")).isEqualTo("riga uno riga due");
    }

    @Test
    void half_an_emoji_cannot_break_the_store() {
        assertThat(title("x\uD83D y")).isEqualTo("x? y");
    }

    @Test
    void line_ends_of_every_system_become_one() {
        assertThat(Message.of("a\r\nb\rc\u2028d")).isEqualTo(Outcome.done(new Message("a\nb\nc\nd")));
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "C:\\temp\\orari.pdf, orari.pdf",
        "'  ', file",
        ".., file",
        "orari 📅.pdf, orari 📅.pdf",
        "'a\u202Efdp.exe', afdp.exe",
        "/, file",
    })
    void a_file_name_is_a_name_and_never_a_path(String given, String kept) {
        assertThat(FileName.of(given)).isEqualTo(kept);
    }

    @Test
    void a_file_name_without_end_keeps_its_ending() {
        assertThat(FileName.of("💡".repeat(1_000) + ".pdf")).endsWith("💡.pdf").hasSizeLessThanOrEqualTo(255);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain; charset=utf-8, text/plain",
        "IMAGE/PNG, image/png",
        "text/html X-Evil: 1, application/octet-stream",
        "nonsense, application/octet-stream",
    })
    void a_media_type_is_kept_only_in_its_own_shape(String given, String kept) {
        assertThat(MediaTypeName.of(given)).isEqualTo(kept);
    }

    @Test
    void a_media_type_cannot_smuggle_a_header() {
        assertThat(MediaTypeName.of("text/html\r\nX-Evil: 1")).isEqualTo("application/octet-stream");
    }

    @Test
    void files_have_their_limits() {
        assertThat(Uploads.of(List.of(file(Uploads.LARGEST - 1)))).isInstanceOf(Outcome.Done.class);
        assertThat(Uploads.of(List.of(file(Uploads.LARGEST)))).isInstanceOf(Outcome.Done.class);
        assertThat(Uploads.of(List.of(file(Uploads.LARGEST + 1))))
                .isEqualTo(Outcome.refused("files.large", "orari.pdf", 25L));
        assertThat(Uploads.of(nCopies(Uploads.MOST - 1, file(1)))).isInstanceOf(Outcome.Done.class);
        assertThat(Uploads.of(nCopies(Uploads.MOST, file(1)))).isInstanceOf(Outcome.Done.class);
        assertThat(Uploads.of(nCopies(Uploads.MOST + 1, file(1)))).isEqualTo(Outcome.refused("files.many", 20, 21));
        var half = file(Uploads.LARGEST);
        assertThat(Uploads.of(List.of(half, file(Uploads.LARGEST - 1)))).isInstanceOf(Outcome.Done.class);
        assertThat(Uploads.of(List.of(half, half))).isInstanceOf(Outcome.Done.class);
        assertThat(Uploads.of(List.of(half, half, file(1)))).isEqualTo(Outcome.refused("files.sum", 50L));
    }

    private static Upload file(long size) {
        return new Upload("orari.pdf", "application/pdf", size, java.io.InputStream::nullInputStream);
    }

    private static String title(String typed) {
        return ((Outcome.Done<Title>) Title.of(typed)).value().value();
    }
}
