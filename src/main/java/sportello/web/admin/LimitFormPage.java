package sportello.web.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sportello.agent.KeptRole;
import sportello.base.Refusal;
import sportello.queue.KeptQueue;
import sportello.ticket.KeptChoice;
import sportello.ticket.KeptLimit;
import sportello.ticket.Limit;
import sportello.ticket.Priority;
import sportello.ticket.Status;

/**
 * @param kept the limit that is corrected, null for a new one
 * @param offered what there is to choose from
 */
public record LimitFormPage(
        @Nullable KeptLimit kept,
        LimitForm form,
        Offered offered,
        @Nullable Refusal refusal) {

    /**
     * What is out of use is offered only where it is ticked already.
     *
     * @param states those in which tickets can be
     * @param choosable those that agents choose
     */
    public record Offered(
            List<KeptQueue> queues,
            List<KeptChoice> types,
            List<KeptChoice> services,
            List<KeptRole> roles,
            List<Status> states,
            List<Status> choosable) {

        private List<Tick> queues(Set<Long> ticked) {
            return Tick.of(
                    queues.stream()
                            .filter(kept -> kept.queue().valid()
                                    || ticked.contains(kept.queue().id().value()))
                            .toList(),
                    kept -> kept.queue().id().value(),
                    kept -> kept.queue().name(),
                    ticked);
        }

        private static List<Tick> choices(List<KeptChoice> all, Set<Long> ticked) {
            return Tick.of(
                    all.stream()
                            .filter(choice -> choice.valid() || ticked.contains(choice.id()))
                            .toList(),
                    KeptChoice::id,
                    KeptChoice::name,
                    ticked);
        }

        private List<Tick> roles(Set<Long> ticked) {
            return Tick.of(
                    roles.stream()
                            .filter(role ->
                                    role.valid() || ticked.contains(role.id().value()))
                            .toList(),
                    role -> role.id().value(),
                    KeptRole::name,
                    ticked);
        }

        private static List<Tick> priorities(Set<Integer> ticked) {
            return Arrays.stream(Priority.values())
                    .map(one ->
                            new Tick("" + one.level(), "priority." + one.level(), true, ticked.contains(one.level())))
                    .toList();
        }
    }

    public String action() {
        return kept == null ? Area.LIMITS.address() : Area.LIMITS.address() + "/" + kept.id();
    }

    public Limit limit() {
        return form.limit();
    }

    public List<Tick> queues() {
        return offered.queues(limit().when().queues());
    }

    public List<Tick> types() {
        return Offered.choices(offered.types, limit().when().types());
    }

    public List<Tick> services() {
        return Offered.choices(offered.services, limit().when().services());
    }

    public List<Tick> states() {
        return Tick.of(offered.states, limit().when().states());
    }

    public List<Tick> priorities() {
        return Offered.priorities(limit().when().priorities());
    }

    public List<Tick> roles() {
        return offered.roles(limit().when().roles());
    }

    public List<Tick> works() {
        return Tick.of(Limit.WORKS, LimitTrialPage::message, limit().then().works());
    }

    public List<Tick> toStates() {
        return Tick.of(offered.choosable, limit().then().states().choices());
    }

    public List<Tick> toPriorities() {
        return Offered.priorities(limit().then().priorities().choices());
    }

    public List<Tick> toTypes() {
        return Offered.choices(offered.types, limit().then().types().choices());
    }

    public List<Tick> toServices() {
        return Offered.choices(offered.services, limit().then().services().choices());
    }

    public List<Tick> toQueues() {
        return offered.queues(limit().then().queues().choices());
    }
}
