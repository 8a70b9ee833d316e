package sportello.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sportello.agent.Authority;
import sportello.base.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One document on its way into the house, part by part; what it finds amiss it notes, and goes on looking. */
final class Bringing {
    private static final String FORMAT = "format";

    private final Document document;
    private final Register register;
    private final Authority by;
    private final Manner manner;
    private final List<Item> items = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    Bringing(Document document, Register register, Authority by, Manner manner) {
        this.document = document;
        this.register = register;
        this.by = by;
        this.manner = manner;
    }

    Plan bring(Sections sections) {
        faults.addAll(document.faults());
        for (var name : document.root().propertyNames())
            if (!name.equals(FORMAT) && Part.of(name).isEmpty())
                fault("/" + name, name, new Refusal("configuration.part", name));
        var format = document.root().path(FORMAT).asString(ExportingConfiguration.FORMAT);
        if (!format.equals(ExportingConfiguration.FORMAT))
            fault("/" + FORMAT, FORMAT, new Refusal("configuration.format", format));
        if (faults.isEmpty()) sections.all().forEach(this::bring);
        faults.sort(Comparator.comparing(Fault::line));
        return new Plan(items, faults);
    }

    private <T extends Record> void bring(Section<T> section) {
        var part = section.part().key();
        var said = document.root().path(part);
        if (said.isMissingNode()) return;
        var change = new SectionChange<>(section, register, by, manner, (path, place, why) -> fault(path, place, why));
        if (section.names().isEmpty()) change.hear("/" + part, said);
        else if (said instanceof ArrayNode list)
            for (var place = 0; place < list.size(); place++) change.hear("/" + part + "/" + place, list.get(place));
        else if (!isNothing(said)) fault("/" + part, part, new Refusal("configuration.list"));
        items.addAll(change.carryOut());
    }

    private static boolean isNothing(JsonNode said) {
        return said.isString() && said.asString().isEmpty() || said instanceof ObjectNode fields && fields.isEmpty();
    }

    private void fault(String path, String place, Refusal why) {
        faults.add(new Fault(document.line(path), place, why));
    }
}
