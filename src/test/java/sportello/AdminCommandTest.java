package sportello;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import sportello.database.TestDatabase;

/** Who sits at the machine gets an administrator in again. */
class AdminCommandTest {
    private final TestDatabase.Fresh database = TestDatabase.fresh();
    private final JdbcClient db =
            JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()));
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private static final String RESCUES = """
            select concat_ws(' ', kind, why, agent_id, thing) from access_line where kind = 'rescued' order by no
            """;

    @Test
    void a_new_administrator_gets_a_link_and_it_is_written_down() {
        assertThat(run("create", "Ada.Conti", "ada@valle.example", "Ada", "Conti"))
                .isZero();
        assertThat(said.toString(UTF_8)).contains("/reset/");
        assertThat(texts("select login || ' ' || administrator from agent")).containsExactly("ada.conti true");
        assertThat(texts("select password_hash from account").getFirst()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(texts("select name || ', ' || act from audit_line")).containsExactly("Ada Conti, made");
        assertThat(texts("select author from audit_line").getFirst()).endsWith("(sportello admin)");
        assertThat(texts(RESCUES)).containsExactly("rescued made 1 sportello admin");

        assertThat(run("create", "ada.conti", "ada2@valle.example", "Ada", "Conti"))
                .isEqualTo(1);
        assertThat(said.toString(UTF_8)).contains("There is a log-in name “ada.conti” already.");
    }

    @Test
    void a_reset_ends_what_was_open_and_gives_one_fresh_link() {
        run("create", "ada.conti", "ada@valle.example", "Ada", "Conti");
        db.sql("""
                insert into login_session (token_hash, account_id, created_at, seen_at, expires_at)
                select sha256('x'), id, now(), now(), now() + interval '1 day' from account
                """).update();
        var hash = texts("select password_hash from account");

        assertThat(run("reset-password", "ADA.conti")).isZero();
        assertThat(texts("select password_hash from account")).isNotEqualTo(hash);
        assertThat(texts("select count(*)::text from login_session")).containsExactly("0");
        assertThat(texts(RESCUES).getLast()).isEqualTo("rescued link 1 sportello admin");
        assertThat(texts("select count(*)::text from reset_token where used_at is null"))
                .containsExactly("1");
        assertThat(texts("select changes ->> 0 from audit_line where act = 'changed'")
                        .getFirst())
                .contains("password", "•••");

        db.sql("update agent set valid = false").update();
        assertThat(run("reset-password", "ada.conti")).isEqualTo(1);
        assertThat(run("reset-password", "nobody")).isEqualTo(1);
        assertThat(said.toString(UTF_8))
                .contains("The agent “ada.conti” is not valid", "No agent has the log-in name “nobody”.");
    }

    @Test
    void a_lost_second_factor_is_taken_away_and_the_agent_is_mailed() {
        run("create", "ada.conti", "ada@valle.example", "Ada", "Conti");
        db.sql("insert into factor (account_id, key, since, last_step) select id, '', now(), 0 from account")
                .update();
        run("reset-password", "ada.conti");
        assertThat(said.toString(UTF_8)).contains("sportello admin reset-factor ada.conti");
        assertThat(texts("select count(*)::text from factor")).containsExactly("1");

        assertThat(run("reset-factor", "ada.conti")).isZero();
        assertThat(texts("select count(*)::text from factor")).containsExactly("0");
        assertThat(texts(RESCUES).getLast()).isEqualTo("rescued factor 1 sportello admin");
        assertThat(texts("select to_address from letter")).containsExactly("ada@valle.example");
        assertThat(texts("select name || ', ' || act from audit_line where topic = 'factors'"))
                .containsExactly("Ada Conti, removed");
        assertThat(run("reset-factor", "ada.conti")).isEqualTo(1);
        assertThat(run("reset-factor", "nobody")).isEqualTo(1);
    }

    @Test
    void no_job_runs_during_a_visit() {
        db.sql("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                values ('send-letter', '4711', now() - interval '1 hour', false, 1)
                """).update();

        assertThat(run("create", "ada.conti", "ada@valle.example", "Ada", "Conti"))
                .isZero();

        assertThat(texts("select task_name || ' ' || version from scheduled_tasks"))
                .containsExactly("send-letter 1");
    }

    @Test
    void where_no_desk_ever_was_none_is_made(@TempDir Path home) {
        assertThat(AdminCommand.run(
                        List.of("reset-password", "ada"),
                        out(),
                        out(),
                        "--sportello.home=" + home,
                        "--sportello.database.url="))
                .isEqualTo(69);
        assertThat(said.toString(UTF_8)).contains("Nothing was done");
        assertThat(home.resolve("database")).doesNotExist();
    }

    @Test
    void whatever_else_is_asked_is_answered_with_the_right_question() {
        assertThat(run()).isEqualTo(64);
        assertThat(run("create", "ada")).isEqualTo(64);
        assertThat(said.toString(UTF_8)).contains("Usage: sportello admin reset-password LOGIN");
    }

    private List<String> texts(String query) {
        return db.sql(query).query(String.class).list();
    }

    private int run(String... words) {
        return AdminCommand.run(
                List.of(words),
                out(),
                out(),
                "--sportello.database.url=" + database.url(),
                "--sportello.database.user=" + database.user(),
                "--sportello.database.password=" + database.password());
    }

    private PrintStream out() {
        return new PrintStream(said, true, UTF_8);
    }
}
