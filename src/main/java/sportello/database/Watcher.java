package sportello.database;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after the server while the program runs: if it was killed or the disk was full, it is started again. */
final class Watcher implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Watcher.class);
    private static final long LOOK = 250;
    private static final long LONGEST_PAUSE = 5_000;

    private final Server server;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;
    private String problem = "";

    private Watcher(Server server) {
        this.server = server;
        this.thread = Thread.ofPlatform().daemon().name("database-watcher").unstarted(this::watch);
    }

    static Watcher over(Server server) {
        var watcher = new Watcher(server);
        watcher.thread.start();
        return watcher;
    }

    private void watch() {
        var pause = LOOK;
        while (!isOver(pause)) pause = isWell() ? LOOK : Math.min(2 * pause, LONGEST_PAUSE);
    }

    private boolean isOver(long pause) {
        try {
            return over.await(pause, MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private boolean isWell() {
        try {
            if (!server.isGone()) return true;
            if (problem.isEmpty()) log.error("The database server has ended, starting it again");
            server.restart();
            log.info("The database server is back");
            problem = "";
            return true;
        } catch (IOException | RuntimeException e) {
            reportOnce(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void reportOnce(String found) {
        if (!found.equals(problem)) log.error("The database server cannot be started, trying on: {}", found);
        problem = found;
    }

    /** Ends the watch, and waits for a start under way, so that nothing is started after the stop. */
    @Override
    public void close() {
        over.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
