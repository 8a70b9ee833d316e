package sportello.mailbox;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who talks to us at once, and of one machine half as many. When the places are taken, whoever has talked for longest makes
 * room, once he has had his time: a mail takes seconds, the words before it less, and callers who say a word now and then would
 * keep everybody else out for ever.
 */
final class Callers {
    private static final Logger log = LoggerFactory.getLogger(Callers.class);

    /** What whoever is one too many is told; the code is 421. */
    static final String LATER = "4.3.2 Too many callers, try again later";

    private final int places;
    private final Duration words;
    private final Duration mail;
    private final Clock clock;

    /** Since when, the first of them first. */
    private final Map<Caller, Instant> talking = new LinkedHashMap<>();

    /**
     * @param words how long whoever brings no mail yet is not disturbed
     * @param mail the same for who brings one
     */
    Callers(int places, Duration words, Duration mail, Clock clock) {
        this.places = places;
        this.words = words;
        this.mail = mail;
        this.clock = clock;
    }

    /** Whether there was a place. */
    synchronized boolean welcome(Caller caller) {
        var machine = caller.machine();
        if (!isRoom(places / 2, other -> other.machine().equals(machine)) || !isRoom(places, other -> true))
            return false;
        talking.put(caller, clock.instant());
        return true;
    }

    private boolean isRoom(int most, Predicate<Caller> which) {
        var those = talking.keySet().stream().filter(which).toList();
        if (those.size() < most) return true;
        var longest = those.stream().filter(this::hasHadHisTime).findFirst();
        longest.ifPresent(this::part);
        return longest.isPresent();
    }

    private boolean hasHadHisTime(Caller caller) {
        var since = Objects.requireNonNull(talking.get(caller));
        var time = caller.bringsMail() ? mail : words;
        return !since.plus(time).isAfter(clock.instant());
    }

    private void part(Caller caller) {
        talking.remove(caller);
        try {
            caller.part();
        } catch (IOException e) {
            log.debug("A line did not close: {}", Watching.words(e));
        }
    }

    synchronized void gone(Caller caller) {
        talking.remove(caller);
    }

    /** Nobody is heard any more. */
    synchronized void partWithAll() {
        for (var caller : talking.keySet().toArray(Caller[]::new)) part(caller);
    }
}
