package sportello.database;

import static java.util.Map.entry;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server: started and stopped through pg_ctl, which frees it from our terminal and our process group. */
final class Server {

    static final String ADDRESS = "127.0.0.1";

    private static final Logger log = LoggerFactory.getLogger(Server.class);
    private static final int ATTEMPTS = 5;

    private final Binaries binaries;
    private final Account account;
    private final Cluster cluster;
    private int port;

    Server(Binaries binaries, Account account, Cluster cluster) {
        this.binaries = binaries;
        this.account = account;
        this.cluster = cluster;
    }

    int port() {
        return port;
    }

    boolean isRunning() throws IOException {
        return Postmaster.named(cluster.data()).filter(Postmaster::isRunning).isPresent();
    }

    /**
     * True when there is surely no server: no process, and nobody who answers. One sign alone could be a program out
     * of file handles, which must not start a second server beside the first.
     */
    boolean isGone() throws IOException {
        return !isRunning() && !isListening();
    }

    private boolean isListening() throws IOException {
        try (var socket = new Socket(ADDRESS, port)) {
            return socket.isConnected();
        } catch (ConnectException e) {
            return false;
        }
    }

    /** Starts on a free port; whatever an earlier program left behind is stopped first. */
    void start() throws IOException {
        if (isRunning()) {
            log.warn("Stopping the database server that an earlier program left behind");
            stop();
        }
        for (var attempt = 1; ; attempt++) {
            port = freePort();
            var started = launch();
            if (started.succeeded()) return;
            var words = serverLog().words(started);
            if (attempt == ATTEMPTS || !words.contains("could not bind"))
                throw serverLog().failure(words);
        }
    }

    /** Starts again after a crash, on the port that everybody already knows. */
    void restart() throws IOException {
        var started = launch();
        if (!started.succeeded()) throw serverLog().failure(serverLog().words(started));
    }

    /** Writes everything down and ends; if that takes too long, the next start recovers from the log. */
    void stop() throws IOException {
        if (!isRunning()) return;
        var stopped = control("stop", "--mode=fast", "--wait", "--timeout=60");
        if (!stopped.succeeded()) {
            log.warn("The database did not stop in time, ending it at once: {}", stopped.output());
            control("stop", "--mode=immediate", "--wait", "--timeout=30");
        }
    }

    /** At once, without writing down what its next start finds in its log. */
    void breakOff() throws IOException {
        if (isRunning()) control("stop", "--mode=immediate", "--wait", "--timeout=30");
    }

    private ServerLog serverLog() {
        return new ServerLog(cluster.data());
    }

    private Command launch() throws IOException {
        forgetStranger();
        var log = serverLog().fresh();
        return control("start", "--wait", "--timeout=600", "--log=" + account.own(log), "--options=" + options());
    }

    private void forgetStranger() throws IOException {
        var named = Postmaster.named(cluster.data()).filter(postmaster -> !postmaster.isRunning());
        if (named.isPresent()) named.get().forget();
    }

    private Command control(String... words) {
        var command = new ArrayList<>(List.of(binaries.program("pg_ctl"), "--pgdata=" + cluster.data()));
        command.addAll(List.of(words));
        return account.run(binaries, command);
    }

    /** On the command line, where neither a file nor {@code alter system} can overrule them. */
    private String options() {
        return Map.ofEntries(
                        entry("fsync", "on"),
                        entry("synchronous_commit", "on"),
                        entry("full_page_writes", "on"),
                        entry("listen_addresses", ADDRESS),
                        entry("port", String.valueOf(port)),
                        entry("unix_socket_directories", ""),
                        entry("timezone", "UTC"),
                        // a line of the log never repeats the value that somebody typed
                        entry("log_error_verbosity", "terse"),
                        // a week of logs, each day overwriting the one before
                        entry("logging_collector", "on"),
                        entry("log_directory", "log"),
                        entry("log_filename", "%a.log"),
                        entry("log_rotation_age", "1d"),
                        entry("log_rotation_size", "0"),
                        entry("log_truncate_on_rotation", "on"))
                .entrySet()
                .stream()
                .map(option -> "-c " + option.getKey() + "=" + option.getValue())
                .collect(joining(" "));
    }

    /** Below the ports the system hands to outgoing connections, so that it is still free after a crash. */
    private static int freePort() throws IOException {
        for (var attempt = 0; attempt < 100; attempt++) {
            var port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try (var socket = new ServerSocket(port, 1, InetAddress.getByName(ADDRESS))) {
                return socket.getLocalPort();
            } catch (BindException e) {
                log.debug("Port {} is taken", port);
            }
        }
        throw new DatabaseFailure(
                "No free port was found between 20000 and 30000.", "See which program holds them all.");
    }
}
