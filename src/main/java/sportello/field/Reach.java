package sportello.field;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import sportello.agent.Authority;

/**
 * Whom somebody may name in a field.
 *
 * @param by asked which agents exist, null for none
 * @param customers a condition on {@code customer c}
 */
public record Reach(@Nullable Authority by, String customers, Map<String, Object> parameters) {
    public static final Reach EVERYBODY = new Reach(Authority.HOUSE, "true", Map.of());
    public static final Reach NOBODY = new Reach(null, "false", Map.of());

    public Reach {
        parameters = Map.copyOf(parameters);
    }
}
