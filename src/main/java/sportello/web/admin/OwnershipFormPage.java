package sportello.web.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sportello.agent.Agent;
import sportello.base.Refusal;
import sportello.notification.Audience;
import sportello.notification.Cell;
import sportello.notification.Extent;
import sportello.notification.Moment;
import sportello.queue.KeptQueue;

/**
 * @param kept the queue, null for the house
 * @param agents who can be in charge there
 */
public record OwnershipFormPage(
        @Nullable KeptQueue kept,
        OwnershipForm form,
        Map<Cell, Extent> house,
        List<Agent> agents,
        @Nullable Refusal refusal) {

    public String action() {
        return Area.OWNERSHIP.address()
                + (kept == null ? "/house" : "/" + kept.queue().id().value());
    }

    public List<Moment> moments() {
        return List.of(Moment.values());
    }

    /** Those whom some rule addresses. */
    public List<Audience> audiences() {
        return Arrays.stream(Audience.values())
                .filter(audience -> house.keySet().stream().anyMatch(cell -> cell.audience() == audience))
                .toList();
    }

    /** What the house says, null where nobody can be told. */
    public @Nullable String house(Cell cell) {
        var told = house.get(cell);
        return told == null ? null : told.name().toLowerCase(Locale.ROOT);
    }

    /** Empty where nothing else is wanted than what holds anyway. */
    public String chosen(Cell cell) {
        return form.told().getOrDefault(cell, "");
    }
}
