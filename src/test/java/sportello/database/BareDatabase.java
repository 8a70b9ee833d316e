package sportello.database;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A desk's database without the desk: started, migrated, and stopped again. */
public final class BareDatabase implements AutoCloseable {
    private final EmbeddedDatabase server;

    private BareDatabase(EmbeddedDatabase server) {
        this.server = server;
    }

    /** Starts the database of this home; makes it if need be. */
    public static BareDatabase start(Path home) {
        var database = new BareDatabase(EmbeddedDatabase.start(home));
        Flyway.configure()
                .dataSource(database.source())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return database;
    }

    /** Connections on which a statement may take its time. */
    public DataSource source() {
        return Pool.direct(server.access());
    }

    @Override
    public void close() {
        server.close();
    }
}
