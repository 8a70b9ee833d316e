package sportello.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A disk that fills up; needs root to mount a small one. Run by bin/drill. */
@Tag("drill")
class DiskDrill {

    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path parent;

    Path disk;
    Path ballast;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(parent.resolve("disk"));
        ballast = disk.resolve("ballast");
        var mounted = Command.run(List.of("mount", "-t", "tmpfs", "-o", "size=400m", "tmpfs", disk.toString()), parent);
        assumeTrue(mounted.succeeded(), "a small disk could not be mounted: " + mounted.output());
    }

    @AfterEach
    void unmount() throws Exception {
        Command.run(List.of("umount", disk.toString()), parent);
    }

    @Test
    void at_the_start_a_full_disk_is_named() throws Exception {
        leaveFree(20);

        try (var program = Drill.on(Homes.fresh(disk))) {
            assertThat(program.awaitsFailure()).contains("The disk is full: ", " MB are free");
        }
    }

    /** The server refuses to write, or ends where it cannot even write its log; the program says so either way. */
    @Test
    void a_disk_that_fills_up_under_work_loses_nothing_and_needs_no_restart() throws Exception {
        var home = Homes.fresh(disk);
        List<Long> committed;
        try (var program = Drill.on(home).awaitsCommits(100)) {
            leaveFree(20);
            Patiently.until(() -> program.says("not committed: 53100") || program.says("The disk is full"));
            Files.delete(ballast);
            program.awaitsCommits(100);
            program.close();
            committed = program.committed();
        }
        try (var database = EmbeddedDatabase.start(home)) {
            var db = JdbcClient.create(Pool.direct(database.access()));
            assertThat(db.sql("select id from drill").query(Long.class).set()).containsAll(committed);
        }
    }

    private void leaveFree(int megabytes) throws IOException {
        try (var file = Files.newOutputStream(ballast, StandardOpenOption.CREATE)) {
            while (Files.getFileStore(disk).getUsableSpace() > (long) megabytes * MEGABYTE)
                file.write(new byte[MEGABYTE]);
        }
    }
}
