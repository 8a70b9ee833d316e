package sportello.identity;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** The second step of a log-in: a code after the password. */
@Component
public class Proving {
    private final HalfEntries halves;
    private final Factors factors;
    private final Entering entering;
    private final Throttle throttle;

    Proving(HalfEntries halves, Factors factors, Entering entering, Throttle throttle) {
        this.halves = halves;
        this.factors = factors;
        this.entering = entering;
        this.throttle = throttle;
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
        var attempt = Limit.CODE_BY_ACCOUNT.by(account);
        var pause =
                throttle.take(attempt, Limit.LOGIN_BY_NETWORK.by(visitor.network()), Limit.LOGIN_BY_ALL.by(Limit.ALL));
        if (pause.isPresent()) return new Entry.Later(pause.get());
        if (!factors.take(account, code)) return new Entry.Denied();

        throttle.forget(attempt);
        halves.close(account);
        return entering.open(account, visitor);
    }
}
