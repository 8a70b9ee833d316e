package sportello.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every place that keeps files must do. */
interface FilesContract {

    int FIFTY_MEGABYTES = 50 * 1024 * 1024;

    Files files();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, BlobSql.CHUNK - 1, BlobSql.CHUNK, BlobSql.CHUNK + 1, 3 * BlobSql.CHUNK})
    default void bytes_come_back_as_they_went(int size) throws Exception {
        var bytes = new Noise(size, size).readAllBytes();

        var file = files().keep(new ByteArrayInputStream(bytes));

        assertThat(file.size()).isEqualTo(size);
        assertThat(file.hash().hex()).isEqualTo(sha256(bytes));
        assertThat(files().open(file.hash()).readAllBytes()).isEqualTo(bytes);
    }

    @Test
    default void the_same_bytes_are_kept_once() {
        var first = files().keep(text("una delibera"));

        assertThat(files().keep(text("una delibera"))).isEqualTo(first);
    }

    @Test
    default void bytes_can_be_read_one_by_one_and_in_pieces() throws Exception {
        try (var stream = files().open(files().keep(text("orario")).hash())) {
            var rest = new byte[10];

            assertThat(stream.read()).isEqualTo('o');
            assertThat(stream.read(rest, 2, 0)).isZero();
            assertThat(stream.read(rest, 2, 8)).isEqualTo(5);
            assertThat(new String(rest, 2, 5, UTF_8)).isEqualTo("rario");
            assertThat(stream.read()).isEqualTo(-1);
            assertThat(stream.read(rest)).isEqualTo(-1);
        }
    }

    @Test
    default void many_who_bring_the_same_bytes_at_once_get_the_same_file() throws Exception {
        Callable<StoredFile> bringing = () -> files().keep(new Noise(7, 2_000_000));
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var kept = people.invokeAll(
                    IntStream.range(0, 12).mapToObj(i -> bringing).toList(), 1, MINUTES);

            for (var file : kept)
                assertThat(file.get()).isEqualTo(kept.getFirst().get());
        }
        var hash = bringing.call().hash();
        assertThat(files().open(hash).readAllBytes()).hasSize(2_000_000);
    }

    @Test
    default void fifty_megabytes_pass_without_staying_in_memory() throws Exception {
        var file = files().keep(new Noise(50, FIFTY_MEGABYTES));

        var digest = MessageDigest.getInstance("SHA-256");
        try (var stream = files().open(file.hash())) {
            var buffer = new byte[64 * 1024];
            for (var count = stream.read(buffer); count > 0; count = stream.read(buffer)) {
                assertThat(stream.available()).isLessThanOrEqualTo(BlobSql.CHUNK);
                digest.update(buffer, 0, count);
            }
        }
        assertThat(file.size()).isEqualTo(FIFTY_MEGABYTES);
        assertThat(file.hash()).isEqualTo(Hash.of(digest.digest()));
    }

    @Test
    default void what_was_never_kept_cannot_be_opened() {
        var unknown = new Hash("0".repeat(64));

        assertThatThrownBy(() -> files().open(unknown)).isInstanceOf(NoSuchElementException.class);
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
