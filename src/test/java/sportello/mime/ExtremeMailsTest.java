package sportello.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import sportello.base.Language;
import sportello.bench.Tally;

/** No mail is too long, too deep, too wide or too slow for us to say what it is; and none leaves a trace on the disk. */
class ExtremeMailsTest {

    private static final String HEAD = "From: giulia.moretti@roccalba.example\nSubject: Estrema\n";
    private static final String HTML = HEAD + "Content-Type: text/html; charset=utf-8\n\n";

    private static final ThreadMXBean PROCESSORS = ManagementFactory.getThreadMXBean();

    @TempDir
    private Path folder;

    private long begun;

    @BeforeEach
    void begin() {
        begun = PROCESSORS.getCurrentThreadCpuTime();
    }

    /** Each became an article or was put aside for a reason: that is what its test has proven. */
    @AfterEach
    void nothing_is_left_on_the_disk(TestInfo test) throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
        Tally.of("R17 " + test.getTestMethod().orElseThrow().getName())
                .with("faults", 1)
                .accepted(1, 0, 0)
                .with("cpu_seconds", (PROCESSORS.getCurrentThreadCpuTime() - begun) / 1e9)
                .say();
    }

    @Test
    void a_million_lines_are_read_to_the_limit_and_kept_whole_as_a_file() throws IOException {
        try (var mail = readable(Drip.of(HEAD + "\n", "riga di testo\n", 1_000_000, ""))) {
            assertThat(mail.text()).startsWith("riga di testo\nriga").hasSizeLessThanOrEqualTo(2 << 20);
            assertThat(mail.files()).hasSize(1);
            assertThat(mail.files().getFirst().name()).isEqualTo("testo.txt");
            assertThat(mail.files().getFirst().size()).isEqualTo(14_000_000);
        }
    }

    @Test
    void a_line_of_a_hundred_megabytes_is_too_large() {
        assertThat(unreadable(Drip.of(HEAD + "\n", "x".repeat(10_000), 10_000, "")))
                .isEqualTo("too_large");
    }

    @Test
    void a_line_of_fifty_megabytes_is_kept() throws IOException {
        try (var mail = readable(Drip.of(HEAD + "\n", "x".repeat(10_000), 5_000, ""))) {
            assertThat(mail.text()).hasSize(2 << 20);
            assertThat(mail.files().getFirst().size()).isEqualTo(50_000_000);
        }
    }

    @Test
    void a_hundred_thousand_fields_are_too_many() {
        assertThat(unreadable(Drip.of(HEAD, "X-Y: z\n", 100_000, "\nX\n"))).isEqualTo("too_many_headers");
    }

    @Test
    void of_a_field_of_a_megabyte_the_beginning_counts() throws IOException {
        try (var mail = readable(Drip.of(HEAD + "X-Long: ", "lungo ", 200_000, "\nTo: a@b.example\n\nIl testo.\n"))) {
            assertThat(mail.headers().first("X-Long").orElseThrow())
                    .startsWith("lungo lungo")
                    .hasSizeLessThan(100_001);
            assertThat(mail.to()).hasSize(1);
            assertThat(mail.text()).isEqualTo("Il testo.");
        }
    }

    @Test
    void ten_thousand_multiparts_in_each_other_end_in_a_file() throws IOException {
        var deep = IntStream.range(0, 10_000)
                .mapToObj(n -> "Content-Type: multipart/mixed; boundary=b" + n + "\n\n--b" + n + "\n")
                .collect(Collectors.joining());
        try (var mail = readable(Drip.of(HEAD + deep, "", 0, "\nIn fondo.\n"))) {
            assertThat(mail.files()).hasSize(1);
            assertThat(mail.files().getFirst().name()).isEqualTo("parte.eml");
        }
    }

    @Test
    void of_fifty_thousand_parts_a_thousand_are_opened_and_the_whole_is_a_file() throws IOException {
        var part = "--b\nContent-Type: application/pdf; name=x.pdf\nContent-Transfer-Encoding: base64\n\nJVBERg==\n";
        try (var mail =
                readable(Drip.of(HEAD + "Content-Type: multipart/mixed; boundary=b\n\n", part, 50_000, "--b--\n"))) {
            assertThat(mail.files()).hasSize(1_000);
            var whole = mail.files().getLast();
            assertThat(whole.name()).isEqualTo("messaggio.eml");
            assertThat(whole.size()).isGreaterThan(50_000L * part.length());
        }
    }

    @Test
    void fifty_thousand_texts_stay_within_what_is_kept_in_memory() throws IOException {
        var part = "--b\n\n" + "testo ".repeat(100) + "\n";
        try (var mail =
                readable(Drip.of(HEAD + "Content-Type: multipart/mixed; boundary=b\n\n", part, 50_000, "--b--\n"))) {
            assertThat(mail.text()).hasSizeLessThan(2 << 20);
            assertThat(mail.files().getLast().name()).isEqualTo("messaggio.eml");
        }
    }

    @Test
    void a_name_of_a_million_letters_is_cut() throws IOException {
        var name = "Content-Type: application/pdf; name=\"" + "n".repeat(1_000_000) + ".pdf\"\n\nX\n";
        try (var mail = readable(
                Drip.of("From: \"" + "Giulia ".repeat(150_000) + "\" <g@roccalba.example>\n" + name, "", 0, ""))) {
            assertThat(mail.files().getFirst().name()).hasSizeLessThanOrEqualTo(200);
            assertThat(mail.from().name()).hasSizeLessThanOrEqualTo(250);
        }
    }

    @Test
    void html_a_hundred_thousand_deep_is_read() throws IOException {
        try (var mail = readable(Drip.of(HTML, "<div>", 100_000, "In fondo"))) {
            assertThat(mail.text()).isEqualTo("In fondo");
        }
    }

    @Test
    void quotes_within_quotes_do_not_make_a_text_grow_without_end() throws IOException {
        var deep = "<blockquote>".repeat(300);
        try (var mail = readable(Drip.of(HTML + deep, "<br>x", 300_000, ""))) {
            assertThat(mail.text()).hasSizeLessThan(30 << 20);
        }
    }

    @Test
    void a_million_accents_on_one_letter_are_cut() throws IOException {
        var accents = new String(
                "\u0301\u0323".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                java.nio.charset.StandardCharsets.ISO_8859_1);
        try (var mail = readable(Drip.of(HEAD + "\n", "a" + accents.repeat(1_000), 400, ""))) {
            assertThat(mail.text()).hasSizeLessThan(40 * 400);
        }
    }

    @Test
    void a_field_of_nothing_but_broken_words_is_read() throws IOException {
        var subject = "=?utf-8?q?".repeat(9_000);
        try (var mail = readable(Drip.of("From: g@roccalba.example\nSubject: " + subject + "\n\nX\n", "", 0, ""))) {
            assertThat(mail.subject()).hasSizeLessThanOrEqualTo(1_000);
        }
    }

    @Test
    void who_needs_longer_than_a_mail_may_take_is_too_slow() {
        var hurried = new Limits(64 << 20, 20, 1_000, 2_000, 100_000, 1 << 20, 2 << 20, Duration.ZERO);
        var reading = TestMail.reader(hurried, folder).read(Drip.of(HEAD + "\n", "x\n", 100_000, ""), Language.ITALIAN);
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Unreadable.class, no -> assertThat(no.reason()).isEqualTo("too_slow"));
    }

    @Test
    void a_mail_of_fifty_megabytes_is_read_in_a_heap_that_cannot_hold_it() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var log = Files.createTempFile("big", ".log");
        var process = new ProcessBuilder(
                        java,
                        "-Xmx32m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BigMail.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(log.toString()))
                .start();
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
        assertThat(Files.readString(log).strip()).endsWith("1 file of 36959997 bytes");
        Files.delete(log);
    }

    private ReadMail readable(MailSource mail) {
        var reading = TestMail.reader(Limits.STANDARD, folder).read(mail, Language.ITALIAN);
        if (reading instanceof Reading.Readable(var read)) return read;
        throw new AssertionError(reading.toString());
    }

    private String unreadable(MailSource mail) {
        var reading = TestMail.reader(Limits.STANDARD, folder).read(mail, Language.ITALIAN);
        if (reading instanceof Reading.Unreadable no) return no.reason();
        throw new AssertionError("could be read");
    }
}
