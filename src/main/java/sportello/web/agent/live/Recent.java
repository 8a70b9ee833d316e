package sportello.web.agent.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What was heard lately, for pages that were on their way to their readers at that time. */
class Recent {
    static final Duration KEPT = Duration.ofSeconds(30);

    private final Clock clock;
    private final Instant began;
    private final Deque<Heard> heard = new ArrayDeque<>();

    private record Heard(Instant at, Signal signal) {}

    Recent(Clock clock) {
        this.clock = clock;
        began = clock.instant();
    }

    synchronized void add(Signal signal) {
        var now = clock.instant();
        heard.addLast(new Heard(now, signal));
        while (heard.getFirst().at().isBefore(now.minus(KEPT))) heard.removeFirst();
    }

    /** Whether everything that happened from then on was heard, and is still known. */
    boolean reaches(Instant since) {
        return since.isAfter(began) && since.isAfter(clock.instant().minus(KEPT));
    }

    /** In the order in which it was heard. */
    synchronized List<Signal> since(Instant since) {
        return heard.stream()
                .filter(one -> !one.at().isBefore(since))
                .map(Heard::signal)
                .toList();
    }
}
