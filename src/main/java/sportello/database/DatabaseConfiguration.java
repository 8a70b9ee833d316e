package sportello.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import sportello.settings.DatabaseSettings;
import sportello.settings.Settings;

/** Puts the database under the desk. Each bean asks for the one below it, so they are closed from the top. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    DatabaseServer databaseServer(Settings settings) {
        return settings.database().isEmbedded()
                ? EmbeddedDatabase.start(settings.home())
                : ExternalDatabase.at(access(settings.database()));
    }

    private static Access access(DatabaseSettings settings) {
        return new Access(Objects.requireNonNull(settings.url()), settings.user(), settings.password());
    }

    @Bean
    HikariDataSource dataSource(DatabaseServer server, Settings settings) {
        return Pool.open(server.access(), settings.database().connections());
    }

    /** A migration may take its time, a request may not. */
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource migrationDataSource(DatabaseServer server) {
        return Pool.direct(server.access());
    }
}
