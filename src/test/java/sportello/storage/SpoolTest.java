package sportello.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sportello.base.Sha256;

class SpoolTest {

    @TempDir
    Path directory;

    @Test
    void bytes_wait_in_a_file_until_they_have_found_their_place() throws Exception {
        try (var spool = Spool.of(new ByteArrayInputStream("abc".getBytes(UTF_8)), directory)) {
            assertThat(spool.open().readAllBytes()).asString(UTF_8).isEqualTo("abc");
            assertThat(spool.file().hash().hex()).startsWith("ba7816bf8f01cfea");
            assertThat(directory).isDirectoryContaining("glob:**.spool");
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void bytes_stay_in_their_order_whether_they_come_singly_or_together() throws Exception {
        var written = new ByteArrayOutputStream();
        var chance = new Random(7);
        try (var spool = Spool.in(directory)) {
            var sink = spool.sink();
            for (var turn = 0; turn < 200; turn++) {
                var bytes = new byte[chance.nextInt(1, turn % 3 == 0 ? 50_000 : 500)];
                chance.nextBytes(bytes);
                written.write(bytes);
                if (turn % 2 == 0) sink.write(bytes);
                else for (var single : bytes) sink.write(single);
            }
            assertThat(spool.size()).isEqualTo(written.size());
            assertThat(spool.open().readAllBytes()).isEqualTo(written.toByteArray());
            assertThat(spool.file().size()).isEqualTo(written.size());
            assertThat(spool.file().hash().bytes()).isEqualTo(Sha256.fresh().digest(written.toByteArray()));
        }
    }

    @Test
    void a_stream_that_breaks_off_leaves_nothing() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line broke");
            }
        };

        assertThatThrownBy(() -> Spool.of(new SequenceInputStream(new Noise(1, 100_000), broken), directory))
                .hasMessage("the line broke");

        assertThat(directory).isEmptyDirectory();
    }
}
