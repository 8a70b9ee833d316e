package sportello.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every odd mail is a file in {@code src/test/resources/mails}; beside it stands what we make of it. A new oddity leaves its
 * pair of files here.
 */
class OddMailsTest {

    private static final Path MAILS = Path.of("src/test/resources/mails");

    static List<Path> mails() throws IOException {
        try (Stream<Path> files = Files.list(MAILS)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("mails")
    void an_odd_mail_reads_as_it_should(Path mail) throws IOException {
        assertThat(read(Files.readString(mail, ISO_8859_1))).isEqualTo(expected(mail));
    }

    @ParameterizedTest
    @MethodSource("mails")
    void it_reads_the_same_with_the_line_ends_of_the_internet(Path mail) throws IOException {
        assertThat(read(Files.readString(mail, ISO_8859_1).replace("\n", "\r\n")))
                .isEqualTo(expected(mail));
    }

    @ParameterizedTest
    @MethodSource("mails")
    void it_reads_the_same_with_the_line_ends_of_old_macs(Path mail) throws IOException {
        assertThat(read(Files.readString(mail, ISO_8859_1).replace("\n", "\r"))).isEqualTo(expected(mail));
    }

    private static String expected(Path mail) throws IOException {
        return Files.readString(Path.of(mail.toString().replace(".eml", ".txt")), UTF_8);
    }

    private static String read(String bytes) throws IOException {
        var reading = TestMail.read(bytes.getBytes(ISO_8859_1));
        try {
            return Described.of(reading);
        } finally {
            TestMail.close(reading);
        }
    }
}
