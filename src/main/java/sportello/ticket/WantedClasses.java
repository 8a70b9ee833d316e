package sportello.ticket;

import org.jspecify.annotations.Nullable;

/**
 * Of which type a ticket is to be, and for which service.
 *
 * @param type its id, 0 for none, null for whatever it is
 * @param service the same
 */
public record WantedClasses(@Nullable Long type, @Nullable Long service) {
    /** Everything stays what it is. */
    public static final WantedClasses NONE = new WantedClasses(null, null);

    /** The same as the ticket has them: what is none is wanted to be none. */
    public static WantedClasses of(Classes classes) {
        return new WantedClasses(id(classes.type()), id(classes.service()));
    }

    public WantedClasses ofType(@Nullable Choice other) {
        return new WantedClasses(id(other), service);
    }

    public WantedClasses forService(@Nullable Choice other) {
        return new WantedClasses(type, id(other));
    }

    static long id(@Nullable Choice choice) {
        return choice == null ? 0 : choice.id();
    }
}
