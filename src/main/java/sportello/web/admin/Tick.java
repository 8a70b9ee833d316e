package sportello.web.admin;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import sportello.ticket.Status;

/**
 * A box to tick.
 *
 * @param label what it is called, or the key of the message that says it
 */
public record Tick(String value, String label, boolean isMessage, boolean ticked) {

    /** One for each choice; the messages say what they are called. */
    static <E extends Enum<E>> List<Tick> of(Collection<E> choices, Function<E, String> message, Set<E> ticked) {
        return choices.stream()
                .map(choice -> new Tick(
                        choice.name().toLowerCase(Locale.ROOT), message.apply(choice), true, ticked.contains(choice)))
                .toList();
    }

    /** One for each state. */
    static List<Tick> of(Collection<Status> states, Set<Status> ticked) {
        return states.stream()
                .map(state -> new Tick(state.key(), "state." + state.key(), true, ticked.contains(state)))
                .toList();
    }

    /** One for each thing that has a name of its own. */
    static <T> List<Tick> of(Collection<T> things, Function<T, Long> id, Function<T, String> name, Set<Long> ticked) {
        return things.stream()
                .map(thing ->
                        new Tick("" + id.apply(thing), name.apply(thing), false, ticked.contains(id.apply(thing))))
                .toList();
    }
}
