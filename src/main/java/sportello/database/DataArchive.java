package sportello.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** The archive in which the files of a working server are kept. */
final class DataArchive implements AutoCloseable {
    /** Before the name of each file of the server. */
    static final String DATA = "database/";

    static final String PASSWORD = "database.password";

    private static final String CONTROL = "global/pg_control";

    /** What a server makes anew when it starts, or what is of the one that runs now. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans",
            "log");

    private static final Set<String> LEFT_OUT = Set.of(
            "postmaster.pid", "postmaster.opts", "start.log", "current_logfiles", "backup_label", "backup_manifest");

    private final TarArchiveOutputStream tar;

    private DataArchive(TarArchiveOutputStream tar) {
        this.tar = tar;
    }

    /** In a new file that nobody else on the machine may read. */
    static DataArchive in(Path file) throws IOException {
        var tar = new TarArchiveOutputStream(new Quick(OwnerOnly.open(file)), UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        return new DataArchive(tar);
    }

    void add(String name, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        begin(name, bytes.length);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    /** All data; the file that says where the log goes on comes last. */
    void addData(Path data) throws IOException {
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes facts) throws IOException {
                var name = name(data, directory);
                if (name.contains("pgsql_tmp")) return FileVisitResult.SKIP_SUBTREE;
                if (!name.isEmpty()) addDirectory(name);
                return EMPTIED.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) throws IOException {
                if (isKept(name(data, file))) addFile(data, file);
                return FileVisitResult.CONTINUE;
            }

            // tables come and go; the log knows of it
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
                if (problem instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
                throw problem;
            }
        });
        addFile(data, data.resolve(CONTROL));
    }

    private void addDirectory(String name) throws IOException {
        tar.putArchiveEntry(new TarArchiveEntry(DATA + name + "/"));
        tar.closeArchiveEntry();
    }

    private static boolean isKept(String name) {
        var last = name.substring(name.lastIndexOf('/') + 1);
        return !LEFT_OUT.contains(name)
                && !name.equals(CONTROL)
                && !last.equals("pg_internal.init")
                && !last.startsWith("pgsql_tmp");
    }

    /** The files of the log from the first to the last, without which the data are worth nothing. */
    void addLog(Path data, String first, String last) throws IOException {
        var log = data.resolve("pg_wal");
        try (var files = Files.list(log)) {
            var names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.length() == first.length())
                    .filter(name -> name.compareTo(first) >= 0 && name.compareTo(last) <= 0)
                    .sorted()
                    .toList();
            if (!names.contains(first) || !names.contains(last))
                throw new IOException("the server did not keep its log from " + first + " to " + last);
            for (var name : names) addFile(data, log.resolve(name));
        }
    }

    /** As many bytes as it has now: what is written to it meanwhile stands in the log, and so does what is cut off. */
    private void addFile(Path data, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var size = Files.size(file);
            begin(DATA + name(data, file), size);
            copy(in, size);
            tar.closeArchiveEntry();
        } catch (NoSuchFileException gone) {
            if (file.endsWith(CONTROL)) throw gone;
        }
    }

    private void copy(InputStream in, long size) throws IOException {
        var piece = new byte[64 << 10];
        for (var left = size; left > 0; ) {
            var wanted = (int) Math.min(piece.length, left);
            var read = in.readNBytes(piece, 0, wanted);
            Arrays.fill(piece, read, wanted, (byte) 0);
            tar.write(piece, 0, wanted);
            left -= wanted;
        }
    }

    private void begin(String name, long size) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setMode(0600);
        tar.putArchiveEntry(entry);
    }

    /** With slashes, on every system. */
    private static String name(Path data, Path file) {
        return data.relativize(file).toString().replace('\\', '/');
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    /** Pages of a database are mostly easy to press; the time is better spent on the next. */
    private static final class Quick extends GZIPOutputStream {
        Quick(OutputStream out) throws IOException {
            super(out, 64 << 10);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
