package sportello.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The embedded server that another program, the desk, has started and goes on running. */
final class RunningServer {
    private static final int PORT_LINE = 3;

    private RunningServer() {}

    /** The way into the desk's database, as that other program has it. */
    static Access access(Path home) {
        return access(home, EmbeddedDatabase.NAME, EmbeddedDatabase.NAME);
    }

    /** The way in for what only the keeper of the server may do. */
    static Access keeper(Path home) {
        return access(home, Cluster.KEEPER, Cluster.KEEPER);
    }

    private static Access access(Path home, String database, String user) {
        var data = home.resolve("database");
        try {
            var port = Integer.parseInt(Files.readAllLines(data.resolve("postmaster.pid"), UTF_8)
                    .get(PORT_LINE)
                    .strip());
            var password = Files.readString(home.resolve("database.password"), UTF_8);
            return Access.local(port, database, user, password);
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            throw new DatabaseFailure(
                    "No desk is running on the data directory " + home + ".",
                    "Start it first, or let SPORTELLO_HOME name the directory of the one that runs.",
                    e);
        }
    }
}
