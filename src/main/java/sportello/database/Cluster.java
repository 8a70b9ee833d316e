package sportello.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The files of the database and the password that opens it. */
record Cluster(Path data, String password) {

    /** PostgreSQL's own name for the one who may do everything; the desk itself logs in with less. */
    static final String KEEPER = "postgres";

    /** Many of them protect a password that somebody thought of; ours is 256 random bits, shown at each connection. */
    private static final int ITERATIONS = 1;

    private static final Logger log = LoggerFactory.getLogger(Cluster.class);

    /** Opens the files below the home, creating them at the first start. */
    static Cluster open(Home home, Binaries binaries, Account account) throws IOException {
        var data = home.data();
        var password = home.password();
        if (Files.exists(data)) {
            checkVersion(data, binaries);
            checkPassword(password);
        } else {
            if (!Files.exists(password)) OwnerOnly.write(password, generated());
            create(data, account.own(password), binaries, account);
        }
        return new Cluster(data, Files.readString(password, UTF_8));
    }

    private static void checkVersion(Path data, Binaries binaries) throws IOException {
        var file = data.resolve("PG_VERSION");
        var found = Files.exists(file) ? Files.readString(file, UTF_8).strip() : "no version at all";
        if (!found.equals(binaries.major()))
            throw new DatabaseFailure(
                    "The data in " + data + " are of PostgreSQL " + found + ", but this Sportello brings PostgreSQL "
                            + binaries.major() + ".",
                    "Nothing was touched. Start the Sportello that wrote them, or dump the data with PostgreSQL "
                            + found + ", move " + data + " away and load the dump into the new one.");
    }

    private static void checkPassword(Path password) {
        if (!Files.exists(password))
            throw new DatabaseFailure(
                    "The password of the database is missing: " + password + ".",
                    "Restore this file from the same backup as the data beside it.");
    }

    private static String generated() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Renamed into place when complete, so that a start killed half-way is simply made again. */
    private static void create(Path data, Path password, Binaries binaries, Account account) throws IOException {
        log.info("Creating the database in {}", data);
        var draft = data.resolveSibling(data.getFileName() + ".new");
        FileSystemUtils.deleteRecursively(draft);
        account.own(OwnerOnly.directory(draft));
        var made = account.run(binaries, initdb(binaries, draft, password));
        if (!made.succeeded())
            throw new DatabaseFailure(
                    "The database could not be created in " + data + ":\n" + made.output(),
                    "Usually the disk is full or not writable. Start again when that is mended.");
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Italian order comes from ICU, so that a plain {@code order by} is right for people. The character type must know
     * UTF-8 beyond that: under C, full text and trigrams take every accented letter for a gap.
     */
    private static List<String> initdb(Binaries binaries, Path draft, Path password) {
        return List.of(
                binaries.program("initdb"),
                "--pgdata=" + draft,
                "--username=" + KEEPER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--set=scram_iterations=" + ITERATIONS,
                "--data-checksums",
                "--encoding=UTF8",
                "--locale=C",
                "--lc-ctype=" + characterType(),
                "--locale-provider=icu",
                "--icu-locale=it-IT");
    }

    private static String characterType() {
        var system = System.getProperty("os.name");
        return system.startsWith("Linux") ? "C.UTF-8" : system.startsWith("Mac") ? "en_US.UTF-8" : "C";
    }

    @Override
    public String toString() {
        return "Cluster[" + data + "]";
    }
}
