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
import sportello.base.Refusal;
import sportello.oidc.VouchedPerson;

/** Lets in for whom a provider vouches, whichever way it speaks; the log of access knows whom not. */
@Component
class EnteringByVoucher {
    private final VouchedEntry entry;
    private final Entering entering;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    EnteringByVoucher(VouchedEntry entry, Entering entering, Clock clock, ApplicationEventPublisher events) {
        this.entry = entry;
        this.entering = entering;
        this.clock = clock;
        this.events = events;
    }

    Entry enter(VouchedPerson person, VouchedEntry.Terms terms, Visitor visitor) {
        return switch (entry.account(person, terms)) {
            case Outcome.Done<AccountId>(var account) -> entering.enter(account, provenAt(person), visitor);
            case Outcome.Refused<AccountId>(var why) -> denied(why, entry.known(person, terms));
        };
    }

    /** Whom the provider does not let through. */
    Entry denied(Refusal why) {
        return denied(why, Optional.empty());
    }

    /** Whom the provider brings in vain, though perhaps it is known who it is. */
    private Entry denied(Refusal why, Optional<AccountId> known) {
        log(known);
        return new Entry.Refused(why);
    }

    /** Somebody who came back without a word that counts. */
    Entry denied() {
        log(Optional.empty());
        return new Entry.Denied();
    }

    private void log(Optional<AccountId> known) {
        events.publishEvent(
                Accessed.by(AccessKind.DENIED, known.map(AccountId::value).orElse(null), "provider"));
    }

    /** A clock that goes ahead of ours makes no proof last longer. */
    private @Nullable Instant provenAt(VouchedPerson person) {
        var now = clock.instant();
        var said = person.provenAt();
        return said == null || said.isBefore(now) ? said : now;
    }
}
