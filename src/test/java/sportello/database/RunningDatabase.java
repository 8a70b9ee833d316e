package sportello.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;

/** The database that a running desk has started, seen from outside with its keeper's eyes. */
public record RunningDatabase(Path home) {
    private static final int PORT_LINE = 3;

    /** Connections that may do everything. */
    public DataSource keeper() throws IOException {
        var port = Integer.parseInt(Files.readAllLines(postmaster(), UTF_8).get(PORT_LINE));
        var password =
                Files.readString(home.resolve("database.password"), UTF_8).strip();
        return Pool.direct(Access.local(port, EmbeddedDatabase.NAME, Cluster.KEEPER, password));
    }

    /** The process that all other processes of the server come from. */
    public long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(postmaster(), UTF_8).getFirst().strip());
    }

    /** What the server writes its log into. */
    public Path logs() {
        return home.resolve("database/log");
    }

    private Path postmaster() {
        return home.resolve("database/postmaster.pid");
    }
}
