package sportello.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import sportello.identity.Entry;
import sportello.identity.LoggingIn;
import sportello.identity.Visitor;
import sportello.web.Trials;

/** Everybody of the demo can come in, and the demo says how. */
@DemoTest
@Transactional
class LogInsTest {
    private static final Visitor VISITOR = new Visitor("192.0.2.7", "Test");

    @Autowired
    private LoggingIn loggingIn;

    @Autowired
    private Trials trials;

    @Autowired
    private Welcome welcome;

    @Autowired
    private JdbcClient db;

    @Test
    void the_log_ins_that_are_shown_work() {
        assertThat(trials.all()).hasSize(12);
        for (var trial : trials.all()) {
            assertThat(loggingIn.logIn(trial.username(), trials.password(), VISITOR))
                    .as(trial.username())
                    .isInstanceOf(Entry.Granted.class);
        }
    }

    @Test
    void everybody_has_an_account() {
        assertThat(db.sql("select count(*) from account").query(Long.class).single())
                .isEqualTo(38);
    }

    @Test
    void the_terminal_says_where_to_go_and_as_whom_in_both_languages() {
        assertThat(welcome.text())
                .contains("http://localhost:8080/demo/post", "demo-valle-servizi", "piero.gatti", "giulia.moretti")
                .contains("vede una sola coda", "sees one queue only");
    }
}
