package sportello.base;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What became of a use case: done, or refused for a reason that a person can read. Refusals that we expect are values;
 * exceptions are for bugs and lost connections.
 */
public sealed interface Outcome<T> {

    /** It happened; the value says what there is to say. */
    record Done<T>(T value) implements Outcome<T> {}

    /** Nothing happened, and this is why. */
    record Refused<T>(Refusal why) implements Outcome<T> {}

    /** Goes on with the value, if it came to that. */
    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return switch (this) {
            case Done<T>(var value) -> next.apply(value);
            case Refused<T>(var why) -> new Refused<>(why);
        };
    }

    /** Refused for that reason, if there is one; else goes on. */
    static <T> Outcome<T> unless(Optional<Refusal> hindrance, Supplier<Outcome<T>> otherwise) {
        return hindrance.<Outcome<T>>map(Refused::new).orElseGet(otherwise);
    }

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(String message, Object... arguments) {
        return new Refused<>(new Refusal(message, arguments));
    }
}
