package sportello.mime;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The temporary files of one mail: the mail itself, and what had to be unpacked from it. */
final class Spool implements AutoCloseable {

    private final List<Path> paths = new ArrayList<>();
    private final Path folder;
    private final Deadline deadline;
    private final long most;
    private long spent;

    Spool(Path folder, Deadline deadline, long most) {
        this.folder = folder;
        this.deadline = deadline;
        this.most = most;
    }

    /** Writes the bytes down. All that is unpacked from a mail may be four times a mail, not more. */
    Bytes keep(InputStream bytes) throws IOException {
        var path = Files.createTempFile(folder, "sportello-", ".mail");
        paths.add(path);
        try (var out = new BufferedOutputStream(Files.newOutputStream(path))) {
            return new Bytes(path, 0, copy(bytes, out));
        }
    }

    private long copy(InputStream bytes, BufferedOutputStream out) throws IOException {
        var buffer = new byte[1 << 16];
        var size = 0L;
        for (var read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            deadline.check();
            size += read;
            spent += read;
            if (size > most || spent > 4 * most) throw new Unfit("too_large", "more than %d bytes".formatted(most));
            out.write(buffer, 0, read);
        }
        return size;
    }

    Deadline deadline() {
        return deadline;
    }

    @Override
    public void close() {
        for (var path : paths)
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        paths.clear();
    }

    /** A range of a temporary file. */
    record Bytes(Path path, long start, long end) {

        long size() {
            return end - start;
        }

        Bytes range(long from, long to) {
            return new Bytes(path, from, Math.max(from, to));
        }

        InputStream open() throws IOException {
            var channel = FileChannel.open(path, StandardOpenOption.READ);
            channel.position(start);
            return new RangeStream(Channels.newInputStream(channel), size());
        }
    }
}
