package sportello.postmaster;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import sportello.mime.Limits;
import sportello.mime.Reading;

/**
 * Reads mails in threads that are left to themselves if they do not come to an end. Whoever reads looks at the clock; a
 * parser, ours or a library's, that goes round without looking would hold its mailbox for ever. It keeps a processor busy
 * until the program ends, and no mail waits for it.
 */
@Component
class Readers implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Readers.class);
    private static final ThreadMXBean PROCESSORS = ManagementFactory.getThreadMXBean();
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final Duration look;
    private final Duration time;
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name(Workers.NAME + "reader-", 1).factory());

    @Autowired
    Readers() {
        this(LOOK, Limits.STANDARD.time().multipliedBy(2));
    }

    /**
     * @param look how often it is looked at who still reads
     * @param time of a processor after which nobody waits any longer: what waits for a disk has not had it
     */
    Readers(Duration look, Duration time) {
        this.look = look;
        this.time = time;
    }

    /** What the reading says, or that it has not come to an end. What it throws is thrown. */
    Reading read(Supplier<Reading> reading) {
        var turn = new Turn(reading);
        threads.execute(turn);
        while (true)
            try {
                return turn.get(look.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException stillAtIt) {
                if (!turn.hasHad(time)) continue;
                turn.cancel(true);
                log.error("A mail is read without end, its thread is left to itself");
                return new Reading.Unreadable("too_slow", "reading it did not come to an end");
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) throw error;
                throw (RuntimeException) e.getCause();
            } catch (InterruptedException e) {
                turn.cancel(true);
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The program ends", e);
            }
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    private static final class Turn extends FutureTask<Reading> {
        private volatile @Nullable Thread reader;
        private volatile long begun;

        Turn(Supplier<Reading> reading) {
            super(reading::get);
        }

        @Override
        public void run() {
            begun = PROCESSORS.getCurrentThreadCpuTime();
            reader = Thread.currentThread();
            super.run();
        }

        boolean hasHad(Duration time) {
            var thread = reader;
            return thread != null && PROCESSORS.getThreadCpuTime(thread.threadId()) - begun > time.toNanos();
        }
    }
}
