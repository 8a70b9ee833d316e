package sportello.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest(classes = OwnDatabaseTest.Ground.class)
@OwnDatabase
class OwnDatabaseTest {

    @EnableAutoConfiguration
    @ComponentScan({"sportello.settings", "sportello.database"})
    static class Ground {}

    @Autowired
    JdbcClient db;

    @Autowired
    DataSource pool;

    @Test
    void a_test_context_has_a_migrated_database_of_its_own() {
        assertThat(db.sql("select current_database()").query(String.class).single())
                .startsWith("test_");
        assertThat(db.sql("select count(*) from flyway_schema_history")
                        .query(int.class)
                        .single())
                .isPositive();
    }

    @Test
    void what_is_written_in_one_database_is_not_seen_in_another() {
        var fresh = TestDatabase.fresh();
        var other = JdbcClient.create(Pool.direct(new Access(fresh.url(), fresh.user(), fresh.password())));

        db.sql("create table mine (id int)").update();

        assertThat(other.sql("select to_regclass('mine')").query(String.class).optional())
                .isEmpty();
    }

    @Test
    void processes_that_test_side_by_side_have_a_home_each() {
        var fork = System.getProperty("fork");
        assumeThat(fork).as("run by Maven").isNotNull();

        assertThat(fork).matches("[1-9]\\d*");
        assertThat(OwnDatabase.HOME).endsWithRaw(Path.of("test-home-" + fork));
    }

    @Test
    void every_connection_of_the_desk_has_its_limits() throws Exception {
        assertThat(setting("statement_timeout")).isEqualTo("30s");
        assertThat(setting("lock_timeout")).isEqualTo("10s");
        assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("1min");
        assertThat(setting("application_name")).isEqualTo("sportello");
        try (var connection = pool.getConnection()) {
            assertThat(connection.getNetworkTimeout())
                    .as("a server that falls silent")
                    .isEqualTo(60_000);
        }
    }

    @Test
    void a_statement_is_planned_once_for_all_values() {
        assertThat(setting("plan_cache_mode")).isEqualTo("force_generic_plan");
    }

    @Test
    @Transactional
    void its_plan_is_kept_from_the_first_time_on() {
        db.sql("select 1 as once").query(int.class).single();

        assertThat(db.sql("select count(*) from pg_prepared_statements where statement = 'select 1 as once'")
                        .query(int.class)
                        .single())
                .isOne();
    }

    private String setting(String name) {
        return db.sql("select current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }

    @Test
    void the_desk_does_not_log_in_as_one_who_may_do_everything() {
        assertThat(db.sql("select usesuper from pg_user where usename = current_user")
                        .query(boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void sorting_and_lower_case_are_right_for_people() {
        assertThat(db.sql("select w from unnest(array['zeta', 'Èlite', 'acqua', 'Barga']) w order by w")
                        .query(String.class)
                        .list())
                .containsExactly("acqua", "Barga", "Èlite", "zeta");
        assertThat(db.sql("select lower('CITTÀ')").query(String.class).single()).isEqualTo("città");
        assertThat(db.sql("select to_tsvector('simple', 'perché')::text")
                        .query(String.class)
                        .single())
                .isEqualTo("'perché':1");
    }
}
