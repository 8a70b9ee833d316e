package sportello.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseConfigurationTest {

    @TempDir
    Path parent;

    Path home;

    @BeforeEach
    void settle() {
        home = Homes.fresh(parent);
    }

    @Test
    void the_server_stops_with_the_program_after_everybody_has_spoken() throws Exception {
        try (var program = start()) {
            var db = JdbcClient.create(program.getBean(DataSource.class));
            db.sql("create table last_words (words text)").update();
        }
        assertThat(Postmaster.named(home.resolve("database"))).isEmpty();

        try (var program = start()) {
            var db = JdbcClient.create(program.getBean(DataSource.class));
            assertThat(db.sql("select words from last_words")
                            .query(String.class)
                            .list())
                    .containsExactly("a domani");
        }
    }

    @Test
    void a_start_without_a_database_is_explained_in_a_sentence(CapturedOutput output) throws Exception {
        Files.writeString(Files.createDirectory(home.resolve("database")).resolve("PG_VERSION"), "17\n");

        assertThatThrownBy(this::start).hasRootCauseInstanceOf(DatabaseFailure.class);

        assertThat(output)
                .contains("are of PostgreSQL 17, but this Sportello brings PostgreSQL 18", "Nothing was touched.")
                .doesNotContain("\tat ");
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Ground.class)
                .web(WebApplicationType.NONE)
                .run("--sportello.home=" + home, "--sportello.database.url=", "--spring.flyway.enabled=false");
    }

    @EnableAutoConfiguration
    @ComponentScan({"sportello.settings", "sportello.database"})
    static class Ground {

        @Bean
        LastWords lastWords(DataSource pool) {
            return new LastWords(JdbcClient.create(pool));
        }
    }

    /** Still has something to write while the program is closing. */
    record LastWords(JdbcClient db) implements AutoCloseable {

        @Override
        public void close() {
            if (db.sql("select count(*) from last_words").query(int.class).single() == 0)
                db.sql("insert into last_words values ('a domani')").update();
        }
    }
}
