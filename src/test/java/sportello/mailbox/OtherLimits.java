package sportello.mailbox;

import java.time.Duration;

/** Limits that are as others but for one. */
final class OtherLimits {
    private OtherLimits() {}

    static Limits largest(Limits limits, long largest) {
        return of(limits, largest, limits.reading(), limits.between());
    }

    static Limits reading(Limits limits, Duration reading) {
        return of(limits, limits.largest(), reading, limits.between());
    }

    static Limits between(Limits limits, Duration between) {
        return of(limits, limits.largest(), limits.reading(), between);
    }

    private static Limits of(Limits limits, long largest, Duration reading, Duration between) {
        return new Limits(
                largest,
                limits.head(),
                limits.connecting(),
                reading,
                limits.command(),
                limits.piece(),
                between,
                limits.looking(),
                limits.lease(),
                limits.retrying(),
                limits.alarm());
    }
}
