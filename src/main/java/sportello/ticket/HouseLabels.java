package sportello.ticket;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sportello.base.Language;
import sportello.field.Label;

/** How the house calls and marks its states and priorities at a moment. */
public final class HouseLabels {
    /** All as we deliver them. */
    public static final HouseLabels OURS = new HouseLabels(Map.of());

    /** Before the key of a state: how customers read it. There are no words of ours for it. */
    static final String FOR_CUSTOMERS = "state_for_customers.";

    private final Map<LabelList, Map<String, KeptLabel>> kept = new EnumMap<>(LabelList.class);

    HouseLabels(Map<LabelList, List<KeptLabel>> all) {
        all.forEach((list, labels) -> {
            var byKey = new HashMap<String, KeptLabel>();
            labels.forEach(label -> byKey.put(label.key(), label));
            kept.put(list, Map.copyOf(byKey));
        });
    }

    /** The house's own words for what the messages call so; empty where it has none. */
    Optional<String> said(String message, Language language) {
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

    private @Nullable Mark mark(LabelList list, String key) {
        return find(list, key).map(KeptLabel::mark).orElse(null);
    }

    private Optional<KeptLabel> find(LabelList list, String key) {
        return Optional.ofNullable(kept.getOrDefault(list, Map.of()).get(key));
    }
}
