package sportello.ticket;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import sportello.base.Language;
import sportello.base.Refusal;
import sportello.field.Label;

/** How the house calls and marks its states and priorities at a moment. */
public final class HouseLabels {
    /** All as we deliver them. */
    public static final HouseLabels OURS = new HouseLabels(Map.of());

    /** Before the key of a state: how customers read it. There are no words of ours for it. */
    static final String FOR_CUSTOMERS = "state_for_customers.";

    /** The lists of what can be in one state only are called like the state. */
    private static final Map<String, State> LISTS =
            Map.of("stage.new", State.NEW, "stage.reminder", State.PENDING_REMINDER);

    private final Map<LabelList, Map<String, KeptLabel>> kept = new EnumMap<>(LabelList.class);
    private final UsedStates used;

    HouseLabels(Map<LabelList, List<KeptLabel>> all) {
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
                ? own(
                        find(LabelList.STATES, message.substring(FOR_CUSTOMERS.length()))
                                .map(KeptLabel::customers),
                        language)
                : Optional.empty();
    }

    /** Whether the house has a name of its own for it. */
    public boolean isNamed(State state, Language language) {
        return said(LabelList.STATES.message(state.key()), language).isPresent();
    }

    private static Optional<String> own(Optional<Label> label, Language language) {
        return label.map(known -> known.in(language)).filter(name -> !name.isEmpty());
    }

    public Mark mark(State state) {
        var own = mark(LabelList.STATES, state.key());
        return own == null ? Mark.of(state) : own;
    }

    public Mark mark(Priority priority) {
        var own = mark(LabelList.PRIORITIES, "" + priority.level());
        return own == null ? Mark.of(priority) : own;
    }

    /** Whether it can be chosen. */
    public boolean isInUse(State state) {
        return used.have(state);
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
    public List<State> offered(Collection<State> states, @Nullable State present) {
        return states.stream()
                .filter(state -> state == present || isInUse(state))
                .toList();
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
