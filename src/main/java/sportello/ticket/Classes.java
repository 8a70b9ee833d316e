package sportello.ticket;

import org.jspecify.annotations.Nullable;

/** Of which type a ticket is and for which service; null where nothing is said. */
public record Classes(@Nullable Choice type, @Nullable Choice service) {
    public static final Classes NONE = new Classes(null, null);

    public Classes ofType(Choice other) {
        return new Classes(other, service);
    }

    public Classes forService(Choice other) {
        return new Classes(type, other);
    }

    boolean areNone() {
        return type == null && service == null;
    }
}
