package sportello.ticket;

import java.time.Instant;

/** What becomes of a ticket once something is written. */
public sealed interface Sequel {
    /** It stays as it is. */
    record Stay() implements Sequel {}

    /** @param pending what happens when the time has come */
    record Wait(Status pending, Instant until) implements Sequel {}

    /**
     * What is written is the last word.
     *
     * @param end in which it is closed
     */
    record Close(Status end) implements Sequel {}

    /** What the agent must be able to do besides writing. */
    default Work work(Work writing) {
        return switch (this) {
            case Stay _ -> writing;
            case Wait _ -> Work.POSTPONE;
            case Close _ -> Work.CLOSE;
        };
    }
}
