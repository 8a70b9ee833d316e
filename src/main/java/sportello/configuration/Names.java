package sportello.configuration;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By which names a document knows things that the house knows by numbers; capitals do not matter. */
record Names(Map<Long, String> byId) {

    Names {
        byId = Map.copyOf(byId);
    }

    boolean knows(String name) {
        return name.isEmpty() || find(name).isPresent();
    }

    /** Empty for nothing. */
    String name(@Nullable Long id) {
        return id == null ? "" : Objects.requireNonNullElse(byId.get(id), "");
    }

    /** Each once, in their order, none that is empty. */
    static List<String> tidy(Collection<String> names) {
        return names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .sorted()
                .distinct()
                .toList();
    }

    /** Each once, in their order. */
    static <T extends Comparable<T>> List<T> sorted(Collection<T> values) {
        return values.stream().sorted().distinct().toList();
    }

    List<String> names(Collection<Long> ids) {
        return tidy(ids.stream().map(this::name).toList());
    }

    /** Null for nothing. */
    @Nullable Long id(String name) {
        return name.isEmpty() ? null : find(name).orElseThrow();
    }

    long known(String name) {
        return find(name).orElseThrow();
    }

    private Optional<Long> find(String name) {
        return byId.entrySet().stream()
                .filter(known -> known.getValue().equalsIgnoreCase(name.strip()))
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder());
    }
}
