package sportello.mime;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * The moment at which a mail has had its time. Asked wherever bytes are read, so that no mail is read for ever. What counts is
 * the time this thread works, so that a good mail does not suffer from a busy machine.
 */
final class Deadline {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final boolean counted =
            THREADS.isCurrentThreadCpuTimeSupported() && !Thread.currentThread().isVirtual();
    private final long end;

    private Deadline(Duration time) {
        end = spent() + time.toNanos();
    }

    static Deadline in(Duration time) {
        return new Deadline(time);
    }

    void check() {
        if (spent() - end > 0) throw new Unfit("too_slow", "the time for one mail is over");
    }

    private long spent() {
        return counted ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }
}
