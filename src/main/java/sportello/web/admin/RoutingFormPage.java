package sportello.web.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import sportello.agent.Agent;
import sportello.base.Refusal;
import sportello.queue.KeptRoutingRule;
import sportello.queue.Queue;
import sportello.queue.RoutingCondition;

/**
 * @param kept the rule that is corrected, null for a new one
 * @param queues into which a request can go
 * @param agents who can be given it
 */
public record RoutingFormPage(
        @Nullable KeptRoutingRule kept,
        RoutingForm form,
        List<Queue> queues,
        List<Agent> agents,
        @Nullable Refusal refusal) {

    public String action() {
        return kept == null ? Area.ROUTING.address() : Area.ROUTING.address() + "/" + kept.id();
    }

    /** Whether it is this line that cannot be kept. */
    public boolean isAmiss(RoutingCondition line) {
        return refusal != null
                && List.of("routing.pattern", "routing.channel").contains(refusal.message())
                && refusal.arguments().getFirst().equals(line.value());
    }

    /** What is amiss with no line in particular. */
    public @Nullable Refusal general() {
        return form.lines().stream().anyMatch(this::isAmiss) ? null : refusal;
    }
}
