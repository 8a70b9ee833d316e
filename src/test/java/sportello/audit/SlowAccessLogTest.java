package sportello.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import sportello.SportelloTest;

/** Somebody holds the end of the log for longer than a log-in can wait. */
@SportelloTest
class SlowAccessLogTest {
    @Autowired
    private DataSource source;

    @Autowired
    private AccessLog log;

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void a_log_that_does_not_answer_keeps_nobody_out() throws SQLException {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(hashtext('the log of access is written'))");
            }
            events.publishEvent(Accessed.byStranger("held", "unknown"));
            connection.rollback();
        }
        events.publishEvent(Accessed.byStranger("free", "unknown"));
        assertThat(log.read(SoughtAccess.ALL, null, 50))
                .extracting(AccessLine::thing)
                .contains("free")
                .doesNotContain("held");
    }
}
