package sportello.mail;

import java.time.Duration;

/** Until when a talk may wait for the server: it says so itself each time, and whoever watches it from outside ends it then. */
final class TalkWatch {
    private final long end;
    private volatile long next;

    TalkWatch(Duration altogether) {
        end = in(altogether);
        next = end;
    }

    /** From here on the server has this long for what comes next. */
    void allow(Duration time) {
        next = in(time);
    }

    /** From here on it has what is left of the whole talk. */
    void allowTheRest() {
        next = end;
    }

    boolean isOver() {
        var now = System.nanoTime();
        return now - next > 0 || now - end > 0;
    }

    private static long in(Duration time) {
        return System.nanoTime() + time.toNanos();
    }
}
