package sportello.configuration;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.configuration.Difference.Field;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a document does to one section: its entries are kept one after the other, those that are refused once more after
 * those that stood in their way; in the end it is seen what became of them.
 */
final class SectionChange<T extends Record> {
    private final Section<T> section;
    private final Register register;
    private final Authority by;
    private final Manner manner;
    private final Complaints complaints;
    private final Entries<T> before;
    /** By the keys of the entries. */
    private final SequencedMap<String, Said> spoken = new LinkedHashMap<>();

    /** By the same keys, what they were before. */
    private final Map<String, T> meant = new HashMap<>();

    private final Map<String, Refusal> left = new HashMap<>();
    /** Those at which a second look would find nothing else. */
    private final Set<Said> settled = new HashSet<>();

    private Entries<T> now;
    private boolean faulty;

    interface Complaints {
        void about(String path, String place, Refusal why);
    }

    /** @param path where it stands in the document */
    private record Said(String path, String name, ObjectNode fields) {
        String key() {
            return Entries.key(name);
        }
    }

    SectionChange(Section<T> section, Register register, Authority by, Manner manner, Complaints complaints) {
        this.section = section;
        this.register = register;
        this.by = by;
        this.manner = manner;
        this.complaints = complaints;
        this.before = Entries.of(section);
        this.now = before;
    }

    /** @param path where the entry stands in the document */
    void hear(String path, JsonNode entry) {
        if (!(entry instanceof ObjectNode fields)) {
            complain(path, "", new Refusal("configuration.fields"));
            return;
        }
        var said = new Said(path, Entries.name(section, fields), fields);
        if (said.name().isEmpty() && !section.names().isEmpty())
            complain(path, "", new Refusal("configuration.nameless", String.join(", ", section.names())));
        else if (spoken.putIfAbsent(said.key(), said) != null)
            complain(path, said.name(), new Refusal("configuration.twice", said.name()));
    }

    /** What became of each entry that the document speaks of. */
    List<Item> carryOut() {
        for (var said : spoken.values()) known(said).ifPresent(entry -> meant.put(said.key(), entry));
        keepAll();
        var items = new ArrayList<Item>();
        if (section.isOrdered() && !faulty) arranged().ifPresent(items::add);
        now = Entries.of(section);
        spoken.forEach((key, said) -> items.add(new Item(section.part(), said.name(), difference(key))));
        return items;
    }

    /** Who was refused is tried again, as long as others are not; what is new is looked at twice. */
    private void keepAll() {
        var open = new ArrayList<>(spoken.values());
        while (!open.isEmpty()) {
            var refused = new LinkedHashMap<Said, Refusal>();
            var added = new ArrayList<Said>();
            for (var said : open) {
                var isNew = known(said).isEmpty();
                keep(said).ifPresentOrElse(why -> refused.put(said, why), () -> {
                    if (isNew && settled.add(said)) added.add(said);
                });
            }
            if (refused.size() == open.size()) {
                refused.forEach((said, why) -> complain(said.path(), said.name(), why));
                return;
            }
            open = new ArrayList<>(refused.keySet());
            open.addAll(added);
            now = Entries.of(section);
        }
    }

    private Optional<T> known(Said said) {
        return now.find(said.name()).or(() -> section.renamed(said.fields()));
    }

    /** Why not. */
    private Optional<Refusal> keep(Said said) {
        var known = known(said).orElse(null);
        var blank = section.blank();
        var tree = Shapes.tree(known == null ? blank : known);
        var fields = switch (manner) {
            case BRING_IN -> Shapes.merged(tree, said.fields());
            case GO_BACK -> Shapes.merged(tree, said.fields(), Shapes.tree(blank));
        };
        return switch (new Shaping<>(blank, said.path()).shape(fields)) {
            case Shaping.Shaped<T>(var wanted) -> keep(said, known, wanted);
            case Shaping.Misshapen<T>(var where, var field, var why) -> {
                settled.add(said);
                complain(where, said.name() + ": " + field, why);
                yield Optional.empty();
            }
        };
    }

    private Optional<Refusal> keep(Said said, @Nullable T known, T wanted) {
        if (wanted.equals(known)) return Optional.empty();
        var unknown = unknown(wanted);
        if (unknown.isPresent()) return unknown;
        if (section.keep(known, wanted, by) instanceof Outcome.Refused<?>(var why)) {
            if (!section.isLeft(why)) return Optional.of(why);
            settled.add(said);
            left.put(said.key(), why);
        }
        if (known != null && !name(known).equals(name(wanted))) now = Entries.of(section);
        return Optional.empty();
    }

    private String name(T entry) {
        return Entries.name(section, Shapes.tree(entry));
    }

    private Optional<Refusal> unknown(T wanted) {
        return section.references(wanted)
                .filter(reference -> !register.of(reference.kind()).knows(reference.name()))
                .findFirst()
                .map(reference -> new Refusal(reference.kind().refusal(), reference.name()));
    }

    private void complain(String path, String place, Refusal why) {
        faulty = true;
        var part = section.part().key();
        complaints.about(path, place.isEmpty() ? part : part + ": " + place, why);
    }

    private Difference difference(String key) {
        var why = left.get(key);
        if (why != null) return new Difference.Left(why);
        var was = fields(meant.get(key));
        var is = fields(now.find(key).orElse(null));
        var changed = changed(was, is);
        if (changed.isEmpty()) return new Difference.Unchanged();
        return was.isEmpty() ? new Difference.Added(changed) : new Difference.Changed(changed);
    }

    private static Map<String, String> fields(@Nullable Record entry) {
        return entry == null ? Map.of() : Shapes.fields(Shapes.tree(entry));
    }

    private static List<Field> changed(Map<String, String> was, Map<String, String> is) {
        var names = new LinkedHashSet<>(is.keySet());
        names.addAll(was.keySet());
        return names.stream()
                .map(name -> new Field(name, was.getOrDefault(name, ""), is.getOrDefault(name, "")))
                .filter(field -> !field.old().equals(field.now()))
                .toList();
    }

    /** The order that the document gives to what was there before, if it is another. */
    private Optional<Item> arranged() {
        var wanted = List.copyOf(spoken.keySet());
        now = Entries.of(section);
        if (now.among(wanted).equals(wanted)) return Optional.empty();
        section.arrange(wanted.stream().flatMap(key -> now.find(key).stream()).toList(), by);
        var old = before.among(wanted);
        var fresh = wanted.stream().filter(old::contains).toList();
        return old.equals(fresh)
                ? Optional.empty()
                : Optional.of(new Item(
                        section.part(),
                        "",
                        new Difference.Changed(List.of(new Field("order", called(old), called(fresh))))));
    }

    private String called(List<String> keys) {
        return keys.stream()
                .map(key -> Objects.requireNonNull(spoken.get(key)).name())
                .collect(joining(", "));
    }
}
