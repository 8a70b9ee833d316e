package sportello.database;

import static org.postgresql.PGProperty.APPLICATION_NAME;
import static org.postgresql.PGProperty.CONNECT_TIMEOUT;
import static org.postgresql.PGProperty.LOGIN_TIMEOUT;
import static org.postgresql.PGProperty.PASSWORD;
import static org.postgresql.PGProperty.PREPARE_THRESHOLD;
import static org.postgresql.PGProperty.REWRITE_BATCHED_INSERTS;
import static org.postgresql.PGProperty.SOCKET_TIMEOUT;
import static org.postgresql.PGProperty.TCP_KEEP_ALIVE;
import static org.postgresql.PGProperty.USER;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The connections of the desk; nothing on them waits for ever. */
final class Pool {

    private static final int SECONDS_TO_CONNECT = 5;
    private static final int SECONDS_OF_SILENCE = 60;

    /**
     * Said on each new connection: a plain command goes through every proxy, a start parameter does not. One plan for
     * all values, because ours are short statements that often took longer to plan than to carry out; and so it is kept
     * from the first time on.
     */
    private static final String MANNERS = """
            set statement_timeout = '30s';
            set lock_timeout = '10s';
            set idle_in_transaction_session_timeout = '60s';
            set plan_cache_mode = 'force_generic_plan'
            """;

    private Pool() {}

    static HikariDataSource open(Access access, int connections) {
        var config = new HikariConfig();
        config.setPoolName("desk");
        config.setJdbcUrl(access.url());
        config.setDataSourceProperties(hurried(properties(access)));
        config.setConnectionInitSql(MANNERS);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(connections, 2));
        config.setConnectionTimeout(5_000);
        config.setValidationTimeout(2_000);
        return new HikariDataSource(config);
    }

    /** As text: the pool hands on what it is told as it is, and the driver reads nothing else. */
    private static Properties hurried(Properties properties) {
        SOCKET_TIMEOUT.set(properties, SECONDS_OF_SILENCE);
        PREPARE_THRESHOLD.set(properties, 1);
        return properties;
    }

    /** Single connections without a limit on statements, for migrations and the keeper's work. */
    static DataSource direct(Access access) {
        return new DriverManagerDataSource(access.url(), properties(access));
    }

    private static Properties properties(Access access) {
        var properties = new Properties();
        APPLICATION_NAME.set(properties, "sportello");
        USER.set(properties, access.user());
        PASSWORD.set(properties, access.password());
        CONNECT_TIMEOUT.set(properties, SECONDS_TO_CONNECT);
        LOGIN_TIMEOUT.set(properties, SECONDS_TO_CONNECT);
        TCP_KEEP_ALIVE.set(properties, true);
        REWRITE_BATCHED_INSERTS.set(properties, true);
        return properties;
    }
}
