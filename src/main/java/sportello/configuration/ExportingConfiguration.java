package sportello.configuration;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import sportello.agent.Authority;
import sportello.base.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Administrators have the whole configuration written out: the same house gives the same document, byte by byte. */
@Component
public class ExportingConfiguration {
    /** Of the documents that this program writes and reads. */
    static final String FORMAT = "1";

    private final Sections sections;
    private final EnclosedFiles enclosed;

    ExportingConfiguration(Sections sections, EnclosedFiles enclosed) {
        this.sections = sections;
        this.enclosed = enclosed;
    }

    /** As YAML, with the files in it. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Outcome<String> text(Authority by) {
        return by.administrator() ? enclosed.filled(written(false)) : Outcome.refused("configuration.administer");
    }

    /** The same that says nothing of files. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Outcome<String> textWithoutFiles(Authority by) {
        return by.administrator()
                ? Outcome.done(DocumentWriter.write(EnclosedFiles.without(tree(false))))
                : Outcome.refused("configuration.administer");
    }

    /** With all that is as in every house too, so that a house that goes back to it becomes what it was. */
    String whole() {
        return written(true);
    }

    private String written(boolean whole) {
        return DocumentWriter.write(tree(whole));
    }

    private ObjectNode tree(boolean whole) {
        var root = JsonNodeFactory.instance.objectNode().put("format", Integer.parseInt(FORMAT));
        for (var section : sections.all()) {
            if (whole && section.part().isOfTheHour()) continue;
            var written = written(section, whole);
            if (!written.isMissingNode()) root.set(section.part().key(), written);
        }
        return root;
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
