package sportello.web.admin;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.base.Query;
import sportello.base.Refusal;
import sportello.webhook.DeliveryState;
import sportello.webhook.ListedDelivery;

/**
 * What became of the messages to webhooks, newest first.
 *
 * @param state which ones are shown, null for all
 * @param later whether these are not the newest
 * @param next the address of the messages before these, null if there are none
 */
public record DeliveriesPage(
        @Nullable DeliveryState state,
        List<ListedDelivery> deliveries,
        boolean later,
        @Nullable String next,
        @Nullable Refusal refusal) {
    static final int MOST = 50;

    public static final String ADDRESS = "/admin/webhooks/deliveries";

    /** @param found one more than are shown, if there are more */
    static DeliveriesPage of(
            @Nullable DeliveryState state, List<ListedDelivery> found, boolean later, @Nullable Refusal refusal) {
        var deliveries = found.subList(0, Math.min(MOST, found.size()));
        var next = found.size() > MOST
                ? query(state)
                        .with("before", "" + deliveries.getLast().id().value())
                        .after(ADDRESS)
                : null;
        return new DeliveriesPage(state, deliveries, later, next, refusal);
    }

    private static Query query(@Nullable DeliveryState state) {
        return Query.EMPTY.with("state", state == null ? "" : state.key());
    }

    public List<DeliveryState> states() {
        return Arrays.asList(DeliveryState.values());
    }

    public String newest() {
        return query(state).after(ADDRESS);
    }
}
