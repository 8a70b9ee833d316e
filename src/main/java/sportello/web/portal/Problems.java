package sportello.web.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import sportello.base.Outcome;
import sportello.base.Refusal;

/** What is wrong with a form, field by field, in the order of the page. */
public record Problems(SequencedMap<String, Refusal> byField) {
    /** Nothing is wrong. */
    public static final Problems NONE = new Problems(new LinkedHashMap<>());

    /** The same with the field's refusal, if what was typed there was refused. */
    Problems and(String field, Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> this;
            case Outcome.Refused<?>(var why) -> {
                var more = new LinkedHashMap<>(byField);
                more.put(field, why);
                yield new Problems(more);
            }
        };
    }

    public boolean areNone() {
        return byField.isEmpty();
    }

    /** What is wrong with the field, null if nothing is. */
    public @Nullable Refusal with(String field) {
        return byField.get(field);
    }

    /** All of them, to be listed above the form. */
    public Iterable<Map.Entry<String, Refusal>> all() {
        return byField.entrySet();
    }
}
