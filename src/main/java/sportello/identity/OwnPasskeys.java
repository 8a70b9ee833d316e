package sportello.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import sportello.audit.AccessKind;
import sportello.audit.Accessed;
import sportello.base.CleanText;
import sportello.base.Outcome;

/** People make passkeys on their devices, of their own accord or because a factor is demanded, and do without one again. */
@Component
public class OwnPasskeys {
    /** Of a name, in characters. */
    public static final int LONGEST = 60;

    private final Passkeys passkeys;
    private final Accounts accounts;
    private final Factors factors;
    private final Owing owing;
    private final Sessions sessions;
    private final Throttle throttle;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    OwnPasskeys(
            Passkeys passkeys,
            Accounts accounts,
            Factors factors,
            Owing owing,
            Sessions sessions,
            Throttle throttle,
            Clock clock,
            ApplicationEventPublisher events) {
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.factors = factors;
        this.owing = owing;
        this.sessions = sessions;
        this.throttle = throttle;
        this.clock = clock;
        this.events = events;
    }

    public List<Passkey> of(Viewer viewer) {
        return passkeys.of(accounts.idOf(viewer));
    }

    /**
     * What a browser is to make a passkey from.
     *
     * @param house the name under which devices list it
     */
    public Outcome<PasskeyDraft> begin(Viewer viewer, String name, String house) {
        return begin(accounts.of(viewer), name, house);
    }

    /** The same for somebody at the door, who has no factor yet and must have one. */
    public Outcome<PasskeyDraft> begin(Secret token, String name, String house) {
        return owing.account(token)
                .map(account -> begin(account, name, house))
                .orElseGet(() -> Outcome.refused("factor.gone"));
    }

    /** From now on it counts, and every session ends but a new one for this browser. */
    public Outcome<Enrolled> confirm(Viewer viewer, String answer, Visitor visitor) {
        return confirm(accounts.of(viewer), answer, clock.instant(), visitor);
    }

    /** The same for somebody at the door, who thereby enters. */
    public Outcome<Enrolled> confirm(Secret token, String answer, Visitor visitor) {
        var provenAt = owing.provenAt(token);
        return owing.account(token)
                .map(account -> entered(account, confirm(account, answer, provenAt, visitor)))
                .orElseGet(() -> Outcome.refused("factor.gone"));
    }

    /** Calls one otherwise; what it opens stays. */
    public Outcome<String> rename(Viewer viewer, long id, String typed) {
        return named(typed)
                .then(name -> passkeys.rename(accounts.of(viewer), id, name)
                        ? Outcome.done(name)
                        : Outcome.refused("passkey.none"));
    }

    /** Ends every session but a new one for this browser; the last factor stays where the house demands one. */
    public Outcome<Secret> remove(Viewer viewer, long id, Visitor visitor) {
        var account = accounts.of(viewer);
        var last = factors.of(account.id()).filter(Factor::isSingle).isPresent();
        if (last && factors.isDemanded(account.id())) return Outcome.refused("factor.demanded");
        if (!passkeys.remove(account, id)) return Outcome.refused("passkey.none");
        return Outcome.done(sessions.open(account.id(), visitor));
    }

    private Outcome<PasskeyDraft> begin(Account account, String typed, String house) {
        return named(typed)
                .then(name -> Outcome.unless(
                        passkeys.full(account.id()),
                        () -> Outcome.done(new PasskeyDraft(name, passkeys.making(account, name, house)))));
    }

    private static Outcome<String> named(String typed) {
        var name = CleanText.line(typed);
        return CleanText.isBlank(name) || name.length() > LONGEST
                ? Outcome.refused("passkey.name", LONGEST)
                : Outcome.done(name);
    }

    private Outcome<Enrolled> entered(Account account, Outcome<Enrolled> outcome) {
        if (outcome instanceof Outcome.Done)
            events.publishEvent(Accessed.by(AccessKind.ENTERED, account.id().value(), ""));
        return outcome;
    }

    private Outcome<Enrolled> confirm(Account account, String answer, @Nullable Instant provenAt, Visitor visitor) {
        var attempt = Limit.CODE_BY_ACCOUNT.by(account.id());
        var pause = throttle.take(attempt);
        if (pause.isPresent()) return new Outcome.Refused<>(Entry.tooSoon(pause.get()));
        return passkeys.add(account, answer).then(codes -> {
            throttle.forget(attempt);
            return Outcome.done(sessions.enrol(account.id(), codes, provenAt, visitor));
        });
    }
}
