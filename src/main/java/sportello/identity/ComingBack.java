package sportello.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import sportello.audit.AccessKind;
import sportello.audit.Accessed;
import sportello.oidc.OidcProvider;
import sportello.oidc.OidcTravel;
import sportello.oidc.VouchedPerson;

/** Lets people in for whom a provider vouches. */
@Component
public class ComingBack {
    private final OidcTravel travel;
    private final VouchedEntry entry;
    private final Entering entering;
    private final Throttle throttle;
    private final Devices devices;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ComingBack(
            OidcTravel travel,
            VouchedEntry entry,
            Entering entering,
            Throttle throttle,
            Devices devices,
            Clock clock,
            ApplicationEventPublisher events) {
        this.travel = travel;
        this.entry = entry;
        this.entering = entering;
        this.throttle = throttle;
        this.devices = devices;
        this.clock = clock;
        this.events = events;
    }

    /** What became of somebody, and where they wanted to go. */
    public record Welcome(Entry entry, String target) {}

    /** @param kept what the browser took along when it left */
    public Welcome enter(String kept, String state, String code, Visitor visitor) {
        var pause = throttle.take(devices.tries(visitor));
        if (pause.isPresent()) return new Welcome(new Entry.Later(pause.get()), "");
        var arrival = travel.arrive(kept, state, code);
        if (arrival.isEmpty()) return denied("");
        var target = arrival.get().target();
        var person = arrival.get().person();
        return entry.account(person, terms(person, arrival.get().provider()))
                .map(account -> new Welcome(entering.enter(account, provenAt(person), visitor), target))
                .orElseGet(() -> denied(target));
    }

    private Welcome denied(String target) {
        events.publishEvent(Accessed.by(AccessKind.DENIED, null, "provider"));
        return new Welcome(new Entry.Denied(), target);
    }

    private VouchedEntry.Terms terms(VouchedPerson person, OidcProvider provider) {
        return new VouchedEntry.Terms(
                provider.voucher(),
                Set.of(),
                Set.of(),
                provider.newRole(),
                travel.customer(person).orElse(null));
    }

    /** A clock that goes ahead of ours makes no proof last longer. */
    private @Nullable Instant provenAt(VouchedPerson person) {
        var now = clock.instant();
        var said = person.provenAt();
        return said == null || said.isBefore(now) ? said : now;
    }
}
