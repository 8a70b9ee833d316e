package sportello.mime;

import java.time.Duration;

/** The moment at which a mail has had its time. Asked wherever bytes are read, so that no mail is read for ever. */
final class Deadline {

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    void check() {
        if (System.nanoTime() - end > 0) throw new Unfit("too_slow", "the time for one mail is over");
    }
}
