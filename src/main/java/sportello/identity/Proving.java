package sportello.identity;

import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import sportello.audit.AccessKind;
import sportello.audit.Accessed;

/** The second step of a log-in: a code after the password. */
@Component
public class Proving {
    private final HalfEntries halves;
    private final Factors factors;
    private final Entering entering;
    private final Throttle throttle;
    private final Devices devices;
    private final ApplicationEventPublisher events;

    Proving(
            HalfEntries halves,
            Factors factors,
            Entering entering,
            Throttle throttle,
            Devices devices,
            ApplicationEventPublisher events) {
        this.halves = halves;
        this.factors = factors;
        this.entering = entering;
        this.throttle = throttle;
        this.devices = devices;
        this.events = events;
    }

    /** Of what somebody with this token still owes a proof. */
    public Optional<Factor> owed(Secret half) {
        return halves.find(half).flatMap(account -> factors.of(account.id()));
    }

    /** Opens a session if the code is good; the try is counted before the code is looked at. */
    public Entry enter(Secret half, String code, Visitor visitor) {
        var found = halves.find(half);
        if (found.isEmpty()) return new Entry.Denied();
        var account = found.get().id();
        var tries =
                devices.tries(Optional.of(account), Limit.CODE_BY_ACCOUNT.by(account), Limit.CODE_BY_DEVICE, visitor);
        var pause = throttle.take(tries);
        if (pause.isPresent()) {
            events.publishEvent(Accessed.by(AccessKind.DENIED, account.value(), "throttled"));
            return new Entry.Later(pause.get());
        }
        if (!factors.take(account, code)) {
            events.publishEvent(Accessed.by(AccessKind.DENIED, account.value(), "code"));
            return new Entry.Denied();
        }

        throttle.forget(tries[0]);
        halves.close(account);
        return entering.open(account, visitor);
    }
}
