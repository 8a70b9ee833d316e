package sportello.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files and directories that nobody else on the machine may read; where the system knows no such rights, plain ones. */
final class OwnerOnly {

    static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private OwnerOnly() {}

    /** Makes the directory if it is not there; those above it are nobody's secret. */
    static Path directory(Path directory) throws IOException {
        if (Files.isDirectory(directory)) return directory;
        Files.createDirectories(directory.toAbsolutePath().getParent());
        return Files.createDirectory(directory, rights("rwx------"));
    }

    /** Writes the file whole or not at all. */
    static void write(Path file, String text) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, rights("rw-------"));
        Files.writeString(draft, text, UTF_8);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A new file of these bytes. */
    static Path file(Path file, InputStream bytes) throws IOException {
        try (var out = open(file)) {
            bytes.transferTo(out);
        }
        return file;
    }

    /** A new file, to be written. */
    static OutputStream open(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, rights("rw-------"));
        return Files.newOutputStream(file);
    }

    private static FileAttribute<?>[] rights(String rights) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
