package sportello.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import sportello.audit.AccessKind;
import sportello.audit.Accessed;
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
        return entry.account(person, terms)
                .map(account -> entering.enter(account, provenAt(person), visitor))
                .orElseGet(() -> denied(entry.known(person, terms).map(AccountId::value)));
    }

    /** Somebody who came back without a word that counts. */
    Entry denied() {
        return denied(Optional.empty());
    }

    private Entry denied(Optional<Long> account) {
        events.publishEvent(Accessed.by(AccessKind.DENIED, account.orElse(null), "provider"));
        return new Entry.Denied();
    }

    /** A clock that goes ahead of ours makes no proof last longer. */
    private @Nullable Instant provenAt(VouchedPerson person) {
        var now = clock.instant();
        var said = person.provenAt();
        return said == null || said.isBefore(now) ? said : now;
    }
}
