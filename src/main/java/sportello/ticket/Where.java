package sportello.ticket;

import java.util.HashMap;
import java.util.Map;

/** A condition that grows, its text and its parameters together. */
public record Where(String condition, Map<String, Object> parameters) {

    public Where {
        parameters = Map.copyOf(parameters);
    }

    /** Begins with what exists for somebody. */
    public static Where of(Sight sight) {
        return new Where(sight.condition(), sight.parameters());
    }

    static Where of(Stage stage) {
        return new Where(stage.condition(), Map.of());
    }

    /** The same, narrowed. */
    public Where and(String further) {
        return new Where(condition + "\n   and " + further, parameters);
    }

    /** The same, with what one of its places stands for. */
    public Where with(String name, Object value) {
        var more = new HashMap<>(parameters);
        more.put(name, value);
        return new Where(condition, more);
    }
}
