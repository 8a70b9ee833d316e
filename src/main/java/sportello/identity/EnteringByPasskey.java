package sportello.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import sportello.audit.AccessKind;
import sportello.audit.Accessed;
import sportello.base.Outcome;

/**
 * Lets people in who show a passkey: it is something they have, and their device has asked who they are, so nothing more
 * is owed. Whose password is kept elsewhere gives that first, lest somebody whom a directory has shut out come in here.
 */
@Component
public class EnteringByPasskey {
    private final Passkeys passkeys;
    private final HalfEntries halves;
    private final SubjectSql subjects;
    private final Entering entering;
    private final Throttle throttle;
    private final Devices devices;
    private final ApplicationEventPublisher events;

    EnteringByPasskey(
            Passkeys passkeys,
            HalfEntries halves,
            SubjectSql subjects,
            Entering entering,
            Throttle throttle,
            Devices devices,
            ApplicationEventPublisher events) {
        this.passkeys = passkeys;
        this.halves = halves;
        this.subjects = subjects;
        this.entering = entering;
        this.throttle = throttle;
        this.devices = devices;
        this.events = events;
    }

    /** What a browser is to show a passkey for; asking counts as a try. */
    public Outcome<String> begin(Visitor visitor) {
        var pause = throttle.take(devices.tries(visitor));
        return pause.<Outcome<String>>map(wait -> new Outcome.Refused<>(Entry.tooSoon(wait)))
                .orElseGet(() -> Outcome.done(passkeys.showing()));
    }

    /** @param half of somebody who has given a password already */
    public Entry enter(String answer, @Nullable Secret half, Visitor visitor) {
        var shown = passkeys.shown(answer).map(Account::id).filter(id -> !subjects.isForeign(id) || owes(half, id));
        if (shown.isEmpty()) {
            var claimed = passkeys.claimed(answer).map(AccountId::value).orElse(null);
            events.publishEvent(Accessed.by(AccessKind.DENIED, claimed, "passkey"));
            return new Entry.Denied();
        }
        events.publishEvent(Accessed.by(AccessKind.FACTOR_USED, shown.get().value(), "passkey"));
        halves.close(shown.get());
        return entering.open(shown.get(), visitor);
    }

    private boolean owes(@Nullable Secret half, AccountId id) {
        return Optional.ofNullable(half)
                .flatMap(halves::find)
                .filter(account -> account.id().equals(id))
                .isPresent();
    }
}
