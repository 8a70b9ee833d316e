package sportello.configuration;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import sportello.base.CleanText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** What there is of a section at a moment, each by its name. */
final class Entries<T extends Record> {
    private final boolean ordered;
    private final SequencedMap<String, T> byName = new LinkedHashMap<>();

    private Entries(Section<T> section) {
        this.ordered = section.isOrdered();
        for (var entry : section.all()) byName.put(key(name(section, Shapes.tree(entry))), entry);
    }

    static <T extends Record> Entries<T> of(Section<T> section) {
        return new Entries<>(section);
    }

    /** By which the entry is known, as people read it. */
    static String name(Section<?> section, ObjectNode tree) {
        return section.names().stream()
                .map(field -> tree.path(field).asString(""))
                .filter(part -> !part.isEmpty())
                .collect(joining(", "));
    }

    /** Capitals and what is invisible make no other thing of it. */
    static String key(String name) {
        return CleanText.line(name).toLowerCase(Locale.ROOT);
    }

    Optional<T> find(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }

    /** As administrators have put them, or else by name. */
    Stream<T> inOrder() {
        if (ordered) return byName.values().stream();
        return byName.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .map(Map.Entry::getValue);
    }

    /** Of a section of one. */
    JsonNode only() {
        return byName.isEmpty()
                ? MissingNode.getInstance()
                : Shapes.tree(byName.firstEntry().getValue());
    }

    /** Those of the keys that there are, in their order. */
    List<String> among(List<String> keys) {
        return byName.keySet().stream().filter(keys::contains).toList();
    }
}
