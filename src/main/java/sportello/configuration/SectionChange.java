package sportello.configuration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.base.Refusal;
import sportello.configuration.Difference.Field;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a document does to one section: its entries are kept one after the other; in the end it is seen what became of them. */
final class SectionChange<T extends Record> {
    private final Section<T> section;
    private final Register register;
    private final Authority by;
    private final Complaints complaints;
    private final Entries<T> before;
    /** By the keys of the entries, what they are called. */
    private final SequencedMap<String, String> spoken = new LinkedHashMap<>();

    /** By the same keys, what they were before. */
    private final Map<String, T> meant = new HashMap<>();

    private final Map<String, Refusal> left = new HashMap<>();
    private boolean faulty;

    interface Complaints {
        void about(String path, String place, Refusal why);
    }

    SectionChange(Section<T> section, Register register, Authority by, Complaints complaints) {
        this.section = section;
        this.register = register;
        this.by = by;
        this.complaints = complaints;
        this.before = Entries.of(section);
    }

    /** @param path where the entry stands in the document */
    void bring(String path, JsonNode said) {
        if (!(said instanceof ObjectNode fields)) {
            complain(path, "", new Refusal("configuration.fields"));
            return;
        }
        var name = Entries.name(section, fields);
        if (name.isEmpty() && !section.names().isEmpty())
            complain(path, "", new Refusal("configuration.nameless", String.join(", ", section.names())));
        else if (spoken.putIfAbsent(Entries.key(name), name) != null)
            complain(path, name, new Refusal("configuration.twice", name));
        else keep(path, name, fields);
    }

    private void keep(String path, String name, ObjectNode fields) {
        var known = before.find(name).or(() -> section.renamed(fields)).orElse(null);
        if (known != null) meant.put(Entries.key(name), known);
        var tree = Shapes.tree(known == null ? section.blank() : known);
        switch (new Shaping<>(section.blank(), path).shape(Shapes.merged(tree, fields))) {
            case Shaping.Shaped<T>(var wanted) -> keep(path, name, known, wanted);
            case Shaping.Misshapen<T>(var where, var field, var why) -> complain(where, name + ": " + field, why);
        }
    }

    private void keep(String path, String name, @Nullable T known, T wanted) {
        if (wanted.equals(known)) return;
        var unknown = unknown(wanted);
        if (unknown.isPresent()) {
            complain(path, name, unknown.get());
            return;
        }
        if (!(section.keep(known, wanted, by) instanceof Outcome.Refused<?>(var why))) return;
        if (section.isLeft(why)) left.put(Entries.key(name), why);
        else complain(path, name, why);
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

    /** What became of each entry that the document speaks of. */
    List<Item> done() {
        var items = new ArrayList<Item>();
        if (section.isOrdered() && !faulty) arranged().ifPresent(items::add);
        var now = Entries.of(section);
        spoken.forEach((key, name) -> items.add(new Item(section.part(), name, difference(key, now))));
        return items;
    }

    private Difference difference(String key, Entries<T> now) {
        var why = left.get(key);
        if (why != null) return new Difference.Left(why);
        var is = fields(now.find(key).orElse(null));
        var was = fields(meant.get(key));
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
        var now = Entries.of(section);
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
        return String.join(", ", keys.stream().map(spoken::get).toList());
    }
}
