package sportello.configuration;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.base.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Administrators have the whole configuration written out: the same house gives the same document, byte by byte. */
@Component
public class ExportingConfiguration {
    /** Of the documents that this program writes and reads. */
    static final String FORMAT = "1";

    private final Sections sections;

    ExportingConfiguration(Sections sections) {
        this.sections = sections;
    }

    /** As YAML. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Outcome<String> text(Authority by) {
        return by.administrator() ? Outcome.done(written(false)) : Outcome.refused("configuration.administer");
    }

    /** With all that is as in every house too, so that a house that goes back to it becomes what it was. */
    String whole() {
        return written(true);
    }

    private String written(boolean whole) {
        var root = JsonNodeFactory.instance.objectNode().put("format", Integer.parseInt(FORMAT));
        for (var section : sections.all()) {
            var written = written(section, whole);
            if (!written.isMissingNode()) root.set(section.part().key(), written);
        }
        return DocumentWriter.write(root);
    }

    private static <T extends Record> JsonNode written(Section<T> section, boolean whole) {
        var entries = Entries.of(section);
        if (section.names().isEmpty()) return entries.only();
        var list = JsonNodeFactory.instance.arrayNode();
        entries.inOrder()
                .filter(entry -> whole || section.isWritten(entry))
                .map(Shapes::tree)
                .forEach(list::add);
        return list;
    }
}
