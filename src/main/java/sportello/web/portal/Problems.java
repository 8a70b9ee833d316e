package sportello.web.portal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.field.AskedField;

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

    /** The same with what is wrong with fields of the house's own, at the end. */
    Problems and(List<AskedField> fields) {
        var more = new LinkedHashMap<>(byField);
        for (var field : fields) {
            var problem = field.problem();
            if (problem != null) more.put(field.id(), problem);
        }
        return new Problems(more);
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
