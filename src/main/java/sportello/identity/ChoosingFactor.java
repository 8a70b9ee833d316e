package sportello.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import sportello.audit.AccessKind;
import sportello.audit.Accessed;
import sportello.base.Outcome;

/** People set up a second factor, of their own accord or because it is demanded at the log-in, and do without it again. */
@Component
public class ChoosingFactor {
    private final Accounts accounts;
    private final Owing owing;
    private final Factors factors;
    private final Sessions sessions;
    private final Throttle throttle;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ChoosingFactor(
            Accounts accounts,
            Owing owing,
            Factors factors,
            Sessions sessions,
            Throttle throttle,
            Clock clock,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.owing = owing;
        this.factors = factors;
        this.sessions = sessions;
        this.throttle = throttle;
        this.clock = clock;
        this.events = events;
    }

    /** The factor that counts now. */
    public Optional<Factor> of(Viewer viewer) {
        return factors.of(accounts.idOf(viewer));
    }

    /** Draws a key, which counts only once a code made with it has come back; until then an old one does. */
    public void begin(Viewer viewer) {
        factors.begin(accounts.of(viewer).id());
    }

    /** The key that waits for its first code. */
    public Optional<FactorDraft> draft(Viewer viewer) {
        return factors.draft(accounts.of(viewer));
    }

    /** Whether it opens nothing until a factor is set up. */
    public boolean isOwing(Secret token) {
        return owing.account(token).isPresent();
    }

    /** The same for somebody at the door, who has none yet and must have one. */
    public Optional<FactorDraft> draft(Secret half) {
        return owing.account(half).map(account -> factors.draft(account).orElseGet(() -> begun(account)));
    }

    /** With the first code the key counts, and every session ends but a new one for this browser. */
    public Outcome<Enrolled> confirm(Viewer viewer, String code, Visitor visitor) {
        var account = accounts.of(viewer);
        if (factors.draft(account).isEmpty()) return Outcome.refused("factor.late");
        return confirm(account, code, clock.instant(), visitor);
    }

    /** The same for somebody at the door, who thereby enters. */
    public Outcome<Enrolled> confirm(Secret half, String code, Visitor visitor) {
        var provenAt = owing.provenAt(half);
        return owing.account(half)
                .map(account -> entered(account, confirm(account, code, provenAt, visitor)))
                .orElseGet(() -> Outcome.refused("factor.gone"));
    }

    /** Ends every session but a new one for this browser; the last factor stays where the house demands one. */
    public Outcome<Secret> remove(Viewer viewer, Visitor visitor) {
        var account = accounts.of(viewer);
        var last = factors.of(account.id()).filter(Factor::isSingle).isPresent();
        if (last && factors.isDemanded(account.id())) return Outcome.refused("factor.demanded");
        if (!factors.removeApp(account)) return Outcome.refused("factor.none");
        return Outcome.done(sessions.open(account.id(), visitor));
    }

    /** For whom it was demanded while they were in: nobody has begun it for them. */
    private FactorDraft begun(Account account) {
        factors.begin(account.id());
        return factors.draft(account).orElseThrow();
    }

    private Outcome<Enrolled> entered(Account account, Outcome<Enrolled> outcome) {
        if (outcome instanceof Outcome.Done)
            events.publishEvent(Accessed.by(AccessKind.ENTERED, account.id().value(), ""));
        return outcome;
    }

    private Outcome<Enrolled> confirm(Account account, String code, @Nullable Instant provenAt, Visitor visitor) {
        var attempt = Limit.CODE_BY_ACCOUNT.by(account.id());
        var pause = throttle.take(attempt);
        if (pause.isPresent()) return new Outcome.Refused<>(Entry.tooSoon(pause.get()));
        var codes = factors.confirm(account, code);
        if (codes.isEmpty()) return Outcome.refused("factor.code");
        throttle.forget(attempt);
        return Outcome.done(sessions.enrol(account.id(), codes.get(), provenAt, visitor));
    }
}
