package sportello.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import sportello.settings.DatabaseSettings;
import sportello.settings.Settings;

/** Puts the database under the desk. Each bean asks for the one below it, so they are closed from the top. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    @Profile("!guest")
    DatabaseServer databaseServer(Settings settings) {
        return settings.database().isEmbedded()
                ? EmbeddedDatabase.start(settings.home())
                : ExternalDatabase.at(access(settings.database()));
    }

    /** A guest finds the server that the desk has started, and leaves it running. */
    @Bean
    @Profile("guest")
    DatabaseServer visitedServer(Settings settings) {
        return ExternalDatabase.at(
                settings.database().isEmbedded() ? RunningServer.access(settings.home()) : access(settings.database()));
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
