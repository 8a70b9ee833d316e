package sportello.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.OffsetDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseTest {

    @TempDir
    Path parent;

    Path home;

    @BeforeEach
    void settle() {
        home = Homes.fresh(parent);
    }

    @Test
    void nobody_can_make_the_server_forgetful_even_if_it_is_broken_off() {
        try (var database = EmbeddedDatabase.start(home)) {
            var keeper = client(database.keeper("postgres"));
            assertThat(keeper.sql("select rolpassword from pg_authid where rolcanlogin")
                            .query(String.class)
                            .list())
                    .hasSize(2)
                    .allMatch(verifier -> verifier.startsWith("SCRAM-SHA-256$1:"));
            Stream.of("fsync", "full_page_writes", "synchronous_commit")
                    .forEach(setting ->
                            keeper.sql("alter system set " + setting + " = off").update());
            client(database.access())
                    .sql("create table kept as select 42 as answer")
                    .update();
            database.breakOff();
        }
        try (var database = EmbeddedDatabase.start(home)) {
            assertThat(Stream.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums")
                            .map(setting -> setting(database, setting)))
                    .containsOnly("on");
            assertThat(client(database.access())
                            .sql("select answer from kept")
                            .query(int.class)
                            .single())
                    .isEqualTo(42);
        }
    }

    @Test
    void only_this_machine_may_knock_and_only_with_the_password() throws IOException {
        var database = TestDatabase.server();

        assertThat(setting(database, "listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(setting(database, "password_encryption")).isEqualTo("scram-sha-256");
        assertThat(rights("database.password")).isEqualTo("rw-------");
        assertThat(rights("database")).isEqualTo("rwx------");
        var wrong = new Access(database.access().url(), "sportello", "sesamo");
        assertThatThrownBy(() -> client(wrong).sql("select 1").query().singleValue())
                .hasRootCauseMessage("FATAL: password authentication failed for user \"sportello\"");
    }

    @Test
    void a_killed_server_comes_back_under_the_pool_without_a_restart_of_the_program() throws Exception {
        try (var database = EmbeddedDatabase.start(home);
                var pool = Pool.open(database.access(), 4)) {
            var db = JdbcClient.create(pool);
            db.sql("create table kept as select 42 as answer").update();
            var started = startOfServer(db);

            Kill.now(Postmaster.named(data()).orElseThrow().pid());

            Patiently.until(() -> !startOfServer(db).equals(started));
            assertThat(db.sql("select answer from kept").query(int.class).single())
                    .isEqualTo(42);
        }
    }

    private static OffsetDateTime startOfServer(JdbcClient db) {
        return db.sql("select pg_postmaster_start_time()")
                .query(OffsetDateTime.class)
                .single();
    }

    @Test
    @Tag("drill")
    void a_number_left_behind_that_is_now_somebody_elses_does_no_harm() throws IOException {
        EmbeddedDatabase.start(home).close();
        var stranger = ProcessHandle.current().pid();
        Files.writeString(data().resolve("postmaster.pid"), stranger + "\n" + data() + "\n", UTF_8);

        try (var database = EmbeddedDatabase.start(home)) {
            assertThat(setting(database, "fsync")).isEqualTo("on");
        }
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void data_of_another_major_version_are_refused_and_left_alone() throws IOException {
        var version = Files.createDirectories(data()).resolve("PG_VERSION");
        Files.writeString(version, "17\n", UTF_8);

        assertThatThrownBy(() -> EmbeddedDatabase.start(home))
                .isInstanceOfSatisfying(
                        DatabaseFailure.class,
                        failure -> assertThat(failure.advice()).contains("dump the data with PostgreSQL 17"))
                .hasMessageContaining("are of PostgreSQL 17, but this Sportello brings PostgreSQL 18");
        assertThat(data()).isDirectoryContaining(file -> file.equals(version));
    }

    @Test
    void a_directory_serves_one_program_at_a_time() {
        var first = TestDatabase.server();

        assertThatThrownBy(() -> EmbeddedDatabase.start(first.home()))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("Another Sportello is running on the data directory " + first.home());
        assertThat(setting(first, "fsync")).isEqualTo("on");
    }

    @Test
    void a_lost_password_is_named() throws IOException {
        Files.writeString(Files.createDirectories(data()).resolve("PG_VERSION"), "18\n", UTF_8);

        assertThatThrownBy(() -> EmbeddedDatabase.start(home))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("database.password");
    }

    @Test
    @Tag("drill")
    void a_first_start_that_was_broken_off_is_made_again() throws IOException {
        Files.createDirectories(home.resolve("database.new").resolve("base"));

        EmbeddedDatabase.start(home).close();

        assertThat(home.resolve("database.new")).doesNotExist();
    }

    @Test
    @Tag("drill")
    void after_a_change_of_the_rules_of_sorting_the_indexes_are_made_anew() {
        try (var database = EmbeddedDatabase.start(home)) {
            client(database.keeper("postgres"))
                    .sql("update pg_database set datcollversion = '1' where datname = 'sportello'")
                    .update();
        }
        try (var database = EmbeddedDatabase.start(home)) {
            assertThat(client(database.access()).sql("""
                            select datcollversion = pg_database_collation_actual_version(oid)
                              from pg_database where datname = 'sportello'
                            """).query(boolean.class).single())
                    .isTrue();
        }
    }

    private Path data() {
        return home.resolve("database");
    }

    private String rights(String name) throws IOException {
        return PosixFilePermissions.toString(
                Files.getPosixFilePermissions(TestDatabase.server().home().resolve(name)));
    }

    private static String setting(EmbeddedDatabase database, String name) {
        return client(database.access()).sql("show " + name).query(String.class).single();
    }

    private static JdbcClient client(Access access) {
        return JdbcClient.create(Pool.direct(access));
    }
}
