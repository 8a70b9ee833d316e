package sportello.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL the desk brings along, from the lock on its directory to the last checkpoint. */
final class EmbeddedDatabase implements DatabaseServer {

    static final String NAME = "sportello";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final Home home;
    private final Cluster cluster;
    private final Server server;
    private final Watcher watcher;

    private EmbeddedDatabase(Home home, Cluster cluster, Server server, Watcher watcher) {
        this.home = home;
        this.cluster = cluster;
        this.server = server;
        this.watcher = watcher;
    }

    /** Starts the server in the directory and watches over it until {@link #close()}. */
    static EmbeddedDatabase start(Path directory) {
        var home = Home.enter(directory);
        try {
            return start(home);
        } catch (IOException e) {
            home.close();
            throw new DatabaseFailure(
                    "The database in " + directory + " cannot be started: " + e,
                    "Check that the directory is writable and its disk is not full.",
                    e);
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
    }

    private static EmbeddedDatabase start(Home home) throws IOException {
        var binaries = Binaries.in(home.directory());
        var account = Account.running(binaries, home);
        var cluster = Cluster.open(home, binaries, account);
        var server = new Server(binaries, account, cluster);
        server.start();
        log.info("PostgreSQL {} runs on port {} in {}", binaries.version(), server.port(), cluster.data());
        try {
            new ServerSql(keeper(server, cluster, "postgres")).prepare(NAME, cluster.password());
            new ServerSql(keeper(server, cluster, NAME)).mendCollations(NAME);
            return new EmbeddedDatabase(home, cluster, server, Watcher.over(server));
        } catch (RuntimeException e) {
            server.stop();
            throw e;
        }
    }

    private static Access keeper(Server server, Cluster cluster, String database) {
        return Access.local(server.port(), database, Cluster.KEEPER, cluster.password());
    }

    @Override
    public Access access() {
        return Access.local(server.port(), NAME, NAME, cluster.password());
    }

    Path home() {
        return home.directory();
    }

    /** Access with all rights, for what only the owner of the server may do. */
    Access keeper(String database) {
        return keeper(server, cluster, database);
    }

    @Override
    public void close() {
        end(Server::stop);
    }

    /**
     * Ends without waiting until all is in its place; the next start brings it there from the log. For databases that
     * nobody will miss: of thousands of files each would be waited for.
     */
    void breakOff() {
        end(Server::breakOff);
    }

    private void end(Ending ending) {
        watcher.close();
        try {
            ending.of(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            home.close();
        }
    }

    private interface Ending {
        void of(Server server) throws IOException;
    }
}
