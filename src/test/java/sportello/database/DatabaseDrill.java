package sportello.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database under real kills, in processes of their own. Run by bin/drill. */
@Tag("drill")
class DatabaseDrill {

    @TempDir
    Path parent;

    Path home;

    @BeforeEach
    void settle() {
        home = Homes.fresh(parent);
    }

    @Test
    void a_killed_program_leaves_a_server_that_the_next_one_puts_in_order() throws Exception {
        var first = Drill.on(home).awaitsCommits(200);
        var orphan = postmaster();

        first.kill();

        assertThat(orphan.isRunning()).as("the server outlives the program").isTrue();
        try (var second = Drill.on(home).awaitsCommits(50)) {
            assertThat(orphan.isRunning()).isFalse();
            assertThat(second.says("left behind")).isTrue();
        }
        assertThat(stored()).containsAll(first.committed());
    }

    @Test
    void program_and_server_killed_at_once_lose_nothing_that_was_committed() throws Exception {
        var first = Drill.on(home).awaitsCommits(200);

        Kill.now(postmaster().pid());
        first.kill();

        try (var second = Drill.on(home)) {
            second.awaitsCommits(50);
        }
        assertThat(stored()).containsAll(first.committed());
    }

    @Test
    void a_killed_server_comes_back_again_and_again_under_a_running_program() throws Exception {
        try (var program = Drill.on(home).awaitsCommits(100)) {
            for (var round = 0; round < 3; round++) {
                var killed = postmaster();
                Kill.now(killed.pid());
                Patiently.until(() -> postmaster().isRunning() && postmaster().pid() != killed.pid());
                program.awaitsCommits(100);
            }
            program.close();
            assertThat(stored()).containsAll(program.committed());
        }
    }

    @Test
    void a_second_program_on_the_same_directory_is_told_and_the_first_goes_on() throws Exception {
        try (var first = Drill.on(home).awaitsCommits(10);
                var second = Drill.on(home)) {
            assertThat(second.awaitsFailure()).contains("Another Sportello is running on the data directory " + home);
            first.awaitsCommits(50);
        }
    }

    private Postmaster postmaster() throws IOException {
        return Postmaster.named(home.resolve("database")).orElseThrow();
    }

    private HashSet<Long> stored() {
        try (var database = EmbeddedDatabase.start(home)) {
            var db = JdbcClient.create(Pool.direct(database.access()));
            return new HashSet<>(
                    db.sql("select id from drill").query(Long.class).list());
        }
    }
}
