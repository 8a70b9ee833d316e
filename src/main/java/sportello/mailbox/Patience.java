package sportello.mailbox;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * How long we wait for a server. An interrupt closes the socket of a virtual thread, which ends every wait, even for a
 * server that drips; but it comes only while we talk to the server, never while we talk to the database.
 */
final class Patience {
    private static final long ENDLESS = Long.MAX_VALUE;

    private final Thread thread;
    private final ReentrantLock database = new ReentrantLock();
    private volatile long deadline = ENDLESS;
    private volatile boolean ended;

    Patience(Thread thread) {
        this.thread = thread;
    }

    /** From here on the server has this long. */
    void grant(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    boolean isOver() {
        var time = deadline;
        return time != ENDLESS && System.nanoTime() - time > 0;
    }

    /** Ends whatever waits for the server, or lets what is written to the database be the last. */
    void end() {
        ended = true;
        if (!database.tryLock()) return;
        try {
            thread.interrupt();
        } finally {
            database.unlock();
        }
    }

    /** Does something that no interrupt may disturb. */
    <T> T undisturbed(Supplier<T> work) {
        var result = locked(work);
        endIfTold();
        return result;
    }

    private <T> T locked(Supplier<T> work) {
        database.lock();
        try {
            endIfTold();
            deadline = ENDLESS;
            return work.get();
        } finally {
            database.unlock();
        }
    }

    void undisturbed(Runnable work) {
        undisturbed(() -> {
            work.run();
            return true;
        });
    }

    /** Whether we stop for reasons of our own, while the server still had time. */
    boolean wasCutShort() {
        return ended && !isOver();
    }

    /** Writes down how it ended, whoever ended it; nothing follows. */
    void atLast(Runnable work) {
        database.lock();
        try {
            Thread.interrupted();
            work.run();
        } finally {
            database.unlock();
        }
    }

    private void endIfTold() {
        if (ended || Thread.currentThread().isInterrupted()) throw new Ended();
    }

    /** The wait was ended from outside. */
    static final class Ended extends RuntimeException {
        Ended() {
            super("no answer in time");
        }
    }
}
