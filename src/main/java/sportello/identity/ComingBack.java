package sportello.identity;

import java.util.Set;
import org.springframework.stereotype.Component;
import sportello.oidc.OidcProvider;
import sportello.oidc.OidcTravel;
import sportello.oidc.VouchedPerson;

/** Lets people in for whom a provider vouches. */
@Component
public class ComingBack {
    private final OidcTravel travel;
    private final EnteringByVoucher entering;
    private final Throttle throttle;
    private final Devices devices;

    ComingBack(OidcTravel travel, EnteringByVoucher entering, Throttle throttle, Devices devices) {
        this.travel = travel;
        this.entering = entering;
        this.throttle = throttle;
        this.devices = devices;
    }

    /** What became of somebody, and where they wanted to go. */
    public record Welcome(Entry entry, String target) {}

    /** @param kept what the browser took along when it left */
    public Welcome enter(String kept, String state, String code, Visitor visitor) {
        var pause = throttle.take(devices.tries(visitor));
        if (pause.isPresent()) return new Welcome(new Entry.Later(pause.get()), "");
        var arrival = travel.arrive(kept, state, code);
        if (arrival.isEmpty()) return new Welcome(entering.denied(), "");
        var person = arrival.get().person();
        var terms = terms(person, arrival.get().provider());
        return new Welcome(entering.enter(person, terms, visitor), arrival.get().target());
    }

    private VouchedEntry.Terms terms(VouchedPerson person, OidcProvider provider) {
        return new VouchedEntry.Terms(
                provider.voucher(),
                Set.of(),
                Set.of(),
                provider.newRole(),
                travel.customer(person).orElse(null));
    }
}
