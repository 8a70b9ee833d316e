package sportello.identity;

import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;
import sportello.base.Outcome;
import sportello.identity.ComingBack.Welcome;
import sportello.oidc.Audience;
import sportello.saml.SamlTravel;

/** Sends people to a provider that speaks SAML, and lets in for whom it vouches. */
@Component
public class EnteringBySaml {
    private final SamlTravel travel;
    private final EnteringByVoucher entering;
    private final Throttle throttle;
    private final Devices devices;

    EnteringBySaml(SamlTravel travel, EnteringByVoucher entering, Throttle throttle, Devices devices) {
        this.travel = travel;
        this.entering = entering;
        this.throttle = throttle;
        this.devices = devices;
    }

    /**
     * The way to the provider.
     *
     * @param browser what the browser keeps until it is back
     */
    public record Leaving(URI address, Secret browser) {}

    /**
     * Leaving counts as a try: it costs us a signature and a row.
     *
     * @param anew whether the provider shall ask the person who it is, though it may remember
     */
    public Outcome<Leaving> leave(Audience audience, String target, boolean anew, Visitor visitor) {
        var pause = throttle.take(devices.leavings(visitor));
        if (pause.isPresent()) return new Outcome.Refused<>(Entry.tooSoon(pause.get()));
        var browser = Secret.fresh();
        return travel.depart(audience, target, anew, browser.hash())
                .<Outcome<Leaving>>map(address -> Outcome.done(new Leaving(address, browser)))
                .orElseGet(() -> Outcome.refused("saml.unknown"));
    }

    /** What the browser that has brought the answer shows at its next step, whatever the answer was worth. */
    public Outcome<Secret> hear(String answer, Visitor visitor) {
        var pause = throttle.take(Limit.SAML_ANSWER_BY_NETWORK.by(visitor.network()));
        if (pause.isPresent()) return new Outcome.Refused<>(Entry.tooSoon(pause.get()));
        var receipt = Secret.fresh();
        travel.hear(answer, receipt.hash());
        return Outcome.done(receipt);
    }

    /**
     * Nothing is counted here: there is nothing to guess.
     *
     * @param browser what it took along when it left
     * @param receipt what it was handed for the answer
     */
    public Welcome enter(Optional<Secret> browser, Optional<Secret> receipt, Visitor visitor) {
        return browser.flatMap(kept -> receipt.flatMap(shown -> travel.arrive(kept.hash(), shown.hash())))
                .map(back -> welcome(back, visitor))
                .orElseGet(() -> new Welcome(entering.denied(), ""));
    }

    private Welcome welcome(SamlTravel.Back back, Visitor visitor) {
        return switch (back) {
            case SamlTravel.Nobody(var why) -> new Welcome(entering.denied(why), "");
            case SamlTravel.Arrival arrival ->
                new Welcome(entering.enter(arrival.person(), terms(arrival), visitor), arrival.target());
        };
    }

    private VouchedEntry.Terms terms(SamlTravel.Arrival arrival) {
        return new VouchedEntry.Terms(
                arrival.provider().voucher(),
                arrival.ruled(),
                arrival.given(),
                arrival.provider().newRole(),
                travel.customer(arrival.person()).orElse(null));
    }
}
