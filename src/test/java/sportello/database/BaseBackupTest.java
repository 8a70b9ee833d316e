package sportello.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One database is kept while somebody writes in it, and made again elsewhere. */
class BaseBackupTest {
    @TempDir
    private static Path ground;

    private static Path home;
    private static Path archive;
    private static int before;

    @BeforeAll
    static void keep() throws Exception {
        home = Homes.at(ground.resolve("home"));
        archive = ground.resolve("kept.tar.gz");
        try (var database = EmbeddedDatabase.start(home)) {
            var db = JdbcClient.create(Pool.direct(database.access()));
            db.sql("create table told (no integer primary key, words text)").update();
            db.sql("insert into told select n, repeat('parola ', 200) from generate_series(1, 5000) n")
                    .update();
            before = writeOn(db, 5_000, () -> new BaseBackup(home, true).write(archive));
            assertThatThrownBy(() -> Restoring.restore(archive, home))
                    .hasMessageContaining("Another Sportello is running");
        }
    }

    private interface Deed {
        void run() throws IOException;
    }

    /** How many lines were committed when it began; it does not begin before some were, and goes on until it ends. */
    private static int writeOn(JdbcClient db, int last, Deed deed) throws Exception {
        var written = new AtomicInteger(last);
        var goesOn = new AtomicBoolean(true);
        var writer = Thread.ofPlatform().start(() -> {
            while (goesOn.get())
                db.sql("insert into told values (:no, repeat('ancora ', 200))")
                        .param("no", written.incrementAndGet())
                        .update();
        });
        try {
            while (written.get() < last + 20) Thread.sleep(5);
            var committed = written.get() - 1;
            deed.run();
            return committed;
        } finally {
            goesOn.set(false);
            writer.join();
        }
    }

    @AfterAll
    static void nothing_of_it_stays_with_the_server_that_was_kept() {
        try (var database = EmbeddedDatabase.start(home)) {
            assertThat(JdbcClient.create(Pool.direct(database.keeper("postgres")))
                            .sql("select slot_name from pg_replication_slots")
                            .query(String.class)
                            .list())
                    .isEmpty();
        }
    }

    @Test
    void everything_committed_before_it_is_there_again_and_no_gap_is() {
        var other = Homes.at(ground.resolve("other"));
        Restoring.restore(archive, other);
        try (var database = EmbeddedDatabase.start(other)) {
            var db = JdbcClient.create(Pool.direct(database.access()));
            var lines = db.sql("select count(*) from told").query(int.class).single();
            assertThat(lines).isGreaterThanOrEqualTo(before);
            assertThat(db.sql("select max(no) from told where words like any (array['parola%', 'ancora%'])")
                            .query(int.class)
                            .single())
                    .isEqualTo(lines);
        }
        assertThatThrownBy(() -> Restoring.restore(archive, other)).hasMessageContaining("a database in");
    }

    @Test
    void of_an_archive_cut_short_or_altered_nothing_is_taken() throws IOException {
        var bytes = Files.readAllBytes(archive);
        var altered = bytes.clone();
        altered[bytes.length / 2] ^= 1;
        for (var bad : new byte[][] {Arrays.copyOf(bytes, bytes.length - 9), altered, {}}) {
            var there = Files.write(ground.resolve("bad.tar.gz"), bad);
            var empty = Homes.at(ground.resolve("empty"));
            assertThatThrownBy(() -> Restoring.restore(there, empty))
                    .isInstanceOf(DatabaseFailure.class)
                    .hasMessageContaining("cannot be restored to its end");
            assertThat(empty.resolve("database")).doesNotExist();
            assertThat(empty.resolve("database.password")).doesNotExist();
            assertThat(empty.resolve("database.restored")).doesNotExist();
        }
    }
}
