package sportello.oidc;

import sportello.base.Query;

/**
 * A provider as people meet it: a button that leads to its door.
 *
 * @param audience whom it brings
 * @param name as the button calls it
 * @param issuer as accounts remember it
 * @param door from where browsers leave for it
 */
public record Voucher(Audience audience, String name, String issuer, String door) {

    /** The way to the provider. */
    public String departure(String target) {
        return way().with("target", target).after(door);
    }

    /** The same to be asked there once more who one is. */
    public String anew(String target) {
        return way().with("anew", "true").with("target", target).after(door);
    }

    private Query way() {
        return Query.EMPTY.with("audience", audience.key());
    }
}
