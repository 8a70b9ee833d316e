package sportello.ticket;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import sportello.base.Refusal;
import sportello.queue.QueueId;

/**
 * The limits that are in force for an agent on a ticket as it is, in the house's order. They come with the ticket, so that
 * whoever asks what can be done with it asks them too.
 */
public record Limits(List<InForce> all) {
    public static final Limits NONE = new Limits(List.of());

    /** One whose conditions are met. */
    public record InForce(String name, Limit.Then then) {}

    public Limits {
        all = List.copyOf(all);
    }

    /** Those that are in force on all of several tickets. */
    static Limits shared(List<Limits> each) {
        if (each.isEmpty()) return NONE;
        return new Limits(each.getFirst().all().stream()
                .filter(one -> each.stream().allMatch(limits -> limits.all().contains(one)))
                .toList());
    }

    /** Why the work cannot be done, if it cannot; so for what follows. */
    public Optional<Refusal> against(Work work) {
        return first("limits.against.work", then -> then.forbids(work));
    }

    /** To put a ticket aside, or to close it, is a piece of work too. */
    public Optional<Refusal> against(Status state) {
        return work(state).flatMap(this::against).or(() -> first("limits.against.state", then -> then.forbids(state)));
    }

    static Optional<Work> work(Status state) {
        if (state.type().isPending()) return Optional.of(Work.POSTPONE);
        return state.type() == StateType.CLOSED ? Optional.of(Work.CLOSE) : Optional.empty();
    }

    public Optional<Refusal> against(Priority priority) {
        return first("limits.against.priority", then -> then.priorities().forbids(priority.level()));
    }

    public Optional<Refusal> against(ChoiceList list, Choice choice) {
        return switch (list) {
            case TYPES -> first("limits.against.type", then -> then.types().forbids(choice.id()));
            case SERVICES ->
                first("limits.against.service", then -> then.services().forbids(choice.id()));
            case CAUSES -> Optional.empty();
        };
    }

    public Optional<Refusal> against(QueueId queue) {
        return first("limits.against.queue", then -> then.queues().forbids(queue.value()));
    }

    private Optional<Refusal> first(String message, Predicate<Limit.Then> forbids) {
        return all.stream()
                .filter(one -> forbids.test(one.then()))
                .findFirst()
                .map(one -> new Refusal(message, one.name()));
    }

    /** Those of them that are left; so for what follows. */
    public List<Status> states(List<Status> offered) {
        return offered.stream().filter(state -> against(state).isEmpty()).toList();
    }

    /** @param present what the ticket has may stay; null for none */
    public List<Priority> priorities(List<Priority> offered, @Nullable Priority present) {
        return offered.stream()
                .filter(priority -> priority == present || against(priority).isEmpty())
                .toList();
    }

    public OfferedClasses classes(OfferedClasses offered) {
        return new OfferedClasses(
                left(ChoiceList.TYPES, offered.types()), left(ChoiceList.SERVICES, offered.services()));
    }

    private List<Choice> left(ChoiceList list, List<Choice> offered) {
        return offered.stream()
                .filter(choice -> against(list, choice).isEmpty())
                .toList();
    }
}
