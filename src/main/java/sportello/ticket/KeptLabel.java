package sportello.ticket;

import org.jspecify.annotations.Nullable;
import sportello.field.Label;

/**
 * What administrators say of a state or a priority; what is empty is said as we deliver it.
 *
 * @param key by which the messages know it
 * @param customers as customers read it
 * @param mark null for ours
 * @param valid whether it can still be chosen
 */
public record KeptLabel(
        int id,
        String key,
        Label name,
        Label customers,
        @Nullable Mark mark,
        boolean valid,
        int version) {
    static final Label OURS = new Label("", "");
}
