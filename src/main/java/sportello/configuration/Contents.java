package sportello.configuration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** What a document tells of, thing by thing: two of them can be compared without a house. */
final class Contents {
    private final SequencedMap<Thing, Told> things = new LinkedHashMap<>();

    /** @param thing as people read its name; as a key it is written small */
    private record Told(Thing thing, JsonNode said) {}

    private Contents() {}

    static Contents of(String document, Sections sections) {
        var contents = new Contents();
        var root = DocumentReader.read(document).root();
        for (var section : sections.all())
            contents.hear(section, root.path(section.part().key()));
        return contents;
    }

    private void hear(Section<?> section, JsonNode said) {
        if (said instanceof ArrayNode list) list.forEach(entry -> hearOne(section, entry));
        else hearOne(section, said);
    }

    private void hearOne(Section<?> section, JsonNode said) {
        if (!(said instanceof ObjectNode fields)) return;
        var name = Entries.name(section, fields);
        things.put(new Thing(section.part(), Entries.key(name)), new Told(new Thing(section.part(), name), said));
    }

    /** How many things the other tells of otherwise, or only one of both; another order of a part is one of them. */
    int differing(Contents other) {
        var each = Stream.concat(things.keySet().stream(), other.things.keySet().stream())
                .distinct()
                .filter(thing -> !said(thing).equals(other.said(thing)))
                .count();
        var orders = Stream.of(Part.values())
                .filter(part -> !common(part, other).equals(other.common(part, this)))
                .count();
        return (int) (each + orders);
    }

    /** Those of which the other says nothing. */
    List<Thing> beyond(Contents other) {
        return things.entrySet().stream()
                .filter(one -> !other.things.containsKey(one.getKey()))
                .map(one -> one.getValue().thing())
                .toList();
    }

    private JsonNode said(Thing thing) {
        var told = things.get(thing);
        return told == null ? MissingNode.getInstance() : told.said();
    }

    /** What both tell of in this part, in the order of this one. */
    private List<Thing> common(Part part, Contents other) {
        return things.keySet().stream()
                .filter(thing -> thing.part() == part && other.things.containsKey(thing))
                .toList();
    }
}
