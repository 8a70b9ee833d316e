package sportello.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * What nodes call out to each other through the database ({@code notify}), heard over a connection of its own. A call may
 * be lost while that connection is: only what does no harm when lost belongs here.
 */
public final class Announcements implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Announcements.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MILLISECONDS_TO_LISTEN = 10_000;

    private final DatabaseServer server;
    private final String channel;
    private final Consumer<String> listener;
    private final Runnable anew;
    private final int millisecondsToListen;
    private volatile boolean running;
    private volatile @Nullable Connection connection;

    Announcements(DatabaseServer server, String channel, Consumer<String> listener, Runnable anew) {
        this(server, channel, listener, anew, MILLISECONDS_TO_LISTEN);
    }

    /** @param millisecondsToListen after so long in silence it asks whether anybody is there, and waits half as long */
    Announcements(
            DatabaseServer server, String channel, Consumer<String> listener, Runnable anew, int millisecondsToListen) {
        this.server = server;
        this.channel = channel;
        this.listener = listener;
        this.anew = anew;
        this.millisecondsToListen = millisecondsToListen;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("announcements-" + channel).start(this::listenOn);
    }

    private void listenOn() {
        while (running) {
            try (var direct = Pool.direct(server.access()).getConnection()) {
                connection = direct;
                listen(direct);
            } catch (SQLException e) {
                if (running) log.debug("Not hearing {}: {}", channel, e.getMessage());
                pause();
            }
        }
    }

    private void listen(Connection direct) throws SQLException {
        try (var statement = direct.createStatement()) {
            statement.execute("listen " + channel);
        }
        anew.run();
        var ears = direct.unwrap(PGConnection.class);
        while (running) {
            var calls = ears.getNotifications(millisecondsToListen);
            for (var call : calls) listener.accept(call.getParameter());
            if (calls.length == 0 && !direct.isValid(Math.max(1, millisecondsToListen / 2_000)))
                throw new SQLException("nobody is there");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        var open = connection;
        if (open == null) return;
        try {
            open.abort(Runnable::run);
        } catch (SQLException e) {
            log.debug("Closing {}: {}", channel, e.getMessage());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
