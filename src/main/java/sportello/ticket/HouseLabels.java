package sportello.ticket;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sportello.base.Language;
import sportello.base.Refusal;
import sportello.field.Label;

/** How the house calls and marks its states and priorities at a moment. */
public final class HouseLabels {
    /** All as we deliver them. */
    public static final HouseLabels OURS = new HouseLabels(Map.of(), List.of());

    /** Before the key of a state: how customers read it. There are no words of ours for it. */
    static final String FOR_CUSTOMERS = "state_for_customers.";

    /** The lists of what can be in one state only are called like the state. */
    private static final Map<String, State> LISTS =
            Map.of("stage.new", State.NEW, "stage.reminder", State.PENDING_REMINDER);

    private final Map<LabelList, Map<String, KeptLabel>> kept = new EnumMap<>(LabelList.class);
    private final List<OwnState> own;
    private final UsedStates used;

    /** @param own the house's own states in their order; what they are called stands among the states */
    HouseLabels(Map<LabelList, List<KeptLabel>> all, List<OwnState> own) {
        this.own = List.copyOf(own);
        all.forEach((list, labels) -> {
            var byKey = new HashMap<String, KeptLabel>();
            labels.forEach(label -> byKey.put(label.key(), label));
            kept.put(list, Map.copyOf(byKey));
        });
        used = new UsedStates(Arrays.stream(State.values())
                .filter(state -> isValid(LabelList.STATES, state.key()))
                .collect(Collectors.toSet()));
    }

    /** Whether the message is one of those that the house may say in its own words. */
    public static boolean maySay(String message) {
        return message.startsWith(FOR_CUSTOMERS)
                || LISTS.containsKey(message)
                || Arrays.stream(LabelList.values()).anyMatch(list -> list.isCalled(message));
    }

    /** The house's own words for what the messages call so; empty where it has none. */
    Optional<String> said(String message, Language language) {
        var listed = LISTS.get(message);
        if (listed != null) return said(LabelList.STATES.message(listed.key()), language);
        for (var list : LabelList.values()) {
            if (list.isCalled(message))
                return own(find(list, list.keyOf(message)).map(KeptLabel::name), language);
        }
        return message.startsWith(FOR_CUSTOMERS)
                ? forCustomers(message.substring(FOR_CUSTOMERS.length()), language)
                : Optional.empty();
    }

    /** One of the house's own of which nothing is said is called for customers like the one as which it behaves. */
    private Optional<String> forCustomers(String key, Language language) {
        return own(find(LabelList.STATES, key).map(KeptLabel::customers), language)
                .or(() -> modelOf(key).flatMap(model -> forCustomers(model, language)));
    }

    private static Optional<String> modelOf(String key) {
        var end = key.indexOf(Status.OWN);
        return end < 0 ? Optional.empty() : Optional.of(key.substring(0, end));
    }

    /** How the one is called as which one of the house's own behaves, by the own one's message; empty for any other. */
    public static Optional<String> model(String message) {
        return LabelList.STATES.isCalled(message) ? modelOf(message) : Optional.empty();
    }

    /** Whether the house has a name of its own for it. */
    public boolean isNamed(Status state, Language language) {
        return !name(state, language).isEmpty();
    }

    /** The name that the house has given it; empty if none. */
    public String name(Status state, Language language) {
        return said(LabelList.STATES.message(state.key()), language).orElse("");
    }

    private static Optional<String> own(Optional<Label> label, Language language) {
        return label.map(known -> known.in(language)).filter(name -> !name.isEmpty());
    }

    /** One of the house's own without a mark of its own has that of the one as which it behaves. */
    public Mark mark(Status state) {
        var marked = mark(LabelList.STATES, state.key());
        if (marked != null) return marked;
        return state instanceof State ours ? Mark.of(ours) : mark(state.model());
    }

    public Mark mark(Priority priority) {
        var marked = mark(LabelList.PRIORITIES, "" + priority.level());
        return marked == null ? Mark.of(priority) : marked;
    }

    /** Whether it can be chosen. */
    public boolean isInUse(Status state) {
        return switch (state) {
            case State ours -> used.have(ours);
            case OwnState further ->
                own.contains(further) && isValid(LabelList.STATES, further.key()) && used.have(further.model());
        };
    }

    /** Whether it can be chosen. */
    public boolean isInUse(Priority priority) {
        return isValid(LabelList.PRIORITIES, "" + priority.level());
    }

    /**
     * Those of them that can be chosen.
     *
     * @param present what is chosen already, in use or not; null for none
     */
    public List<Status> offered(Collection<State> states, @Nullable Status present) {
        return all(states).stream()
                .filter(state -> state.equals(present) || isInUse(state))
                .toList();
    }

    /** They and the house's own that behave like them, in use or not: each behind the one as which it behaves. */
    public List<Status> all(Collection<State> states) {
        return states.stream()
                .flatMap(state ->
                        Stream.concat(Stream.of(state), own.stream().filter(further -> further.model() == state)))
                .toList();
    }

    /** One of the house's own that behaves like one of these, by its name in either language; capitals do not matter. */
    public Optional<Status> named(String name, Collection<State> states) {
        return own.stream()
                .filter(further -> states.contains(further.model()))
                .filter(further -> find(LabelList.STATES, further.key())
                        .filter(label -> label.name().italian().equalsIgnoreCase(name)
                                || label.name().english().equalsIgnoreCase(name))
                        .isPresent())
                .<Status>map(further -> further)
                .findFirst();
    }

    /**
     * Those of them that can be chosen.
     *
     * @param present what is chosen already, in use or not; null for none
     */
    public List<Priority> offered(Collection<Priority> priorities, @Nullable Priority present) {
        return priorities.stream()
                .filter(priority -> priority == present || isInUse(priority))
                .toList();
    }

    /**
     * The levels of the priorities that can be chosen.
     *
     * @param present what is chosen already, in use or not; null for none
     */
    public List<Integer> levels(@Nullable Number present) {
        return Arrays.stream(Priority.values())
                .filter(priority -> present != null && present.longValue() == priority.level() || isInUse(priority))
                .map(Priority::level)
                .toList();
    }

    /** Why the state cannot be taken out of use, if it cannot. */
    Optional<Refusal> hindrance(State state) {
        return used.hindrance(state);
    }

    private boolean isValid(LabelList list, String key) {
        return find(list, key).map(KeptLabel::valid).orElse(true);
    }

    private @Nullable Mark mark(LabelList list, String key) {
        return find(list, key).map(KeptLabel::mark).orElse(null);
    }

    private Optional<KeptLabel> find(LabelList list, String key) {
        return Optional.ofNullable(kept.getOrDefault(list, Map.of()).get(key));
    }
}
