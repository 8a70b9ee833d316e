package sportello.mailbox;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/**
 * Who talks to us at once, and of one machine half as many. When the places are taken, whoever has talked for longest makes
 * room, once he has had his time: a mail takes seconds, the words before it less, and callers who say a word now and then would
 * keep everybody else out for ever.
 */
final class Callers implements SessionHandler {
    private static final Logger log = LoggerFactory.getLogger(Callers.class);
    private static final int LATER = 421;

    private final int places;
    private final Duration words;
    private final Duration mail;
    private final Clock clock;

    /** Since when, the first of them first. */
    private final Map<Session, Instant> talking = new LinkedHashMap<>();

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

    @Override
    public synchronized SessionAcceptance accept(Session caller) {
        var machine = machine(caller);
        if (!isRoom(places / 2, other -> machine(other).equals(machine)) || !isRoom(places, other -> true))
            return SessionAcceptance.failure(LATER, "4.3.2 Too many callers, try again later");
        talking.put(caller, clock.instant());
        return SessionAcceptance.success();
    }

    private static InetAddress machine(Session caller) {
        return caller.getRealRemoteAddress().getAddress();
    }

    private boolean isRoom(int most, Predicate<Session> which) {
        var those = talking.keySet().stream().filter(which).toList();
        if (those.size() < most) return true;
        var longest = those.stream().filter(this::hasHadHisTime).findFirst();
        longest.ifPresent(this::part);
        return longest.isPresent();
    }

    private boolean hasHadHisTime(Session caller) {
        var since = Objects.requireNonNull(talking.get(caller));
        var time = caller.isMailTransactionInProgress() ? mail : words;
        return !since.plus(time).isAfter(clock.instant());
    }

    private void part(Session caller) {
        talking.remove(caller);
        try {
            caller.closeSocket();
        } catch (IOException e) {
            log.debug("A line did not close: {}", Watching.words(e));
        }
    }

    @Override
    public synchronized void onSessionEnd(Session caller) {
        talking.remove(caller);
    }
}
