package sportello.mime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sportello.base.Language;

/** What a sender gave no name is called by the house, in its language. */
class FileNamesTest {
    private static final String MAIL = """
            From: giulia@roccalba.example
            Content-Type: multipart/mixed; boundary=x

            --x

            Ecco.
            --x
            Content-Type: image/png

            PNG
            --x
            Content-Type: application/x-unheard-of

            ?
            --x
            Content-Type: message/rfc822

            From: paolo@roccalba.example

            Ciao.
            --x--
            """;

    @TempDir
    Path folder;

    @Test
    void they_are_in_the_houses_language() {
        assertThat(names(Language.ITALIAN)).containsExactly("immagine.png", "allegato.bin", "messaggio.eml");
        assertThat(names(Language.ENGLISH)).containsExactly("image.png", "attachment.bin", "message.eml");
    }

    private List<String> names(Language house) {
        var reading = TestMail.reader(Limits.STANDARD, folder)
                .read(() -> new ByteArrayInputStream(MAIL.getBytes(US_ASCII)), house);
        try (var mail = ((Reading.Readable) reading).mail()) {
            return mail.files().stream().map(MailFile::name).toList();
        }
    }
}
