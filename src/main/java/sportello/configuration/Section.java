package sportello.configuration;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.base.Refusal;
import tools.jackson.databind.node.ObjectNode;

/**
 * A part of the document: what its entries are like, what of them there is, and how one is kept.
 *
 * @param <T> an entry; its components are the fields of the document, in their order
 */
interface Section<T extends Record> {

    Part part();

    /** What a new entry is like where the document says nothing of it. */
    T blank();

    /** The fields by which one entry is known from the other; none where there is only one. */
    List<String> names();

    /** All that there is. */
    List<T> all();

    /** What a document means that calls it by another name. */
    default Optional<T> renamed(ObjectNode said) {
        return Optional.empty();
    }

    /** Whether it is written out; else it is as in every house. */
    default boolean isWritten(T entry) {
        return true;
    }

    /** What the entry names and so must be there. */
    default Stream<Reference> references(T entry) {
        return Stream.empty();
    }

    /**
     * A new entry can be kept in part: it is looked at again, and kept again if it is not yet what is wanted.
     *
     * @param before what there is, null for a new entry
     */
    Outcome<?> keep(@Nullable T before, T wanted, Authority by);

    /** Whether who refuses for this reason only waits for what no document holds, so that the rest can be done. */
    default boolean isLeft(Refusal why) {
        return false;
    }

    /** Whether its order is the administrators' choice. */
    default boolean isOrdered() {
        return false;
    }

    /** Puts them into this order, on the places that they have together. */
    default void arrange(List<T> entries, Authority by) {}

    /** Of what the house keeps, the one of this name, which is known to be there. */
    static <K> K kept(Collection<K> all, Function<K, String> name, String wanted) {
        return all.stream()
                .filter(kept -> name.apply(kept).equals(wanted))
                .findFirst()
                .orElseThrow();
    }
}
