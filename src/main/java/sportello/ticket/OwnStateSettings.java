package sportello.ticket;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import sportello.base.Outcome;

/**
 * What administrators want of a state of the house's own.
 *
 * @param model as which it behaves; null as long as nobody chose
 * @param label how it is called, in both languages, and marked
 */
public record OwnStateSettings(@Nullable State model, LabelSettings label) {

    /** As which it behaves, once it is in order. */
    State asked() {
        return Objects.requireNonNull(model);
    }

    /** The same as it will be kept. */
    Outcome<OwnStateSettings> checked() {
        if (model == null || !OwnState.MODELS.contains(model)) return Outcome.refused("own_states.model");
        return label.checked(LabelList.STATES).then(tidy -> {
            var name = tidy.name();
            return name.italian().isEmpty() || name.english().isEmpty()
                    ? Outcome.refused("own_states.name")
                    : Outcome.done(new OwnStateSettings(model, tidy));
        });
    }
}
