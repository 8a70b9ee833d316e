package sportello.configuration;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import sportello.base.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads YAML as texts, lists and fields. No tag makes anything else of them, nothing is repeated by an alias, and what is
 * large or deep is refused.
 */
final class DocumentReader {
    /** In characters: what administrators write, and the files that come along as text. */
    static final int LARGEST = 32 << 20;

    private static final int DEEPEST = 12;

    /** Of a line that cannot be read, in characters. */
    private static final int LONGEST_SAID = 80;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private DocumentReader() {}

    static Document read(String text) {
        if (text.length() > LARGEST) return broken(1, new Refusal("configuration.large", LARGEST >> 20));
        try {
            var read = yaml().compose(new StringReader(text));
            return read instanceof MappingNode parts
                    ? new DocumentReader().document(parts)
                    : broken(1, new Refusal("configuration.empty"));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            var line = mark == null ? 0 : mark.getLine();
            return broken(line + 1, said(text, line), unreadable(e.getProblem()));
        } catch (YAMLException e) {
            return broken(1, unreadable(e.getMessage()));
        }
    }

    private static Yaml yaml() {
        var options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        return new Yaml(new SafeConstructor(options));
    }

    private static Refusal unreadable(@Nullable String problem) {
        return new Refusal("configuration.unreadable", Objects.requireNonNullElse(problem, ""));
    }

    /** What stands on the line, for those who look for it. */
    private static String said(String text, int line) {
        var said = text.lines().skip(line).findFirst().orElse("").strip();
        return said.length() <= LONGEST_SAID ? said : said.substring(0, LONGEST_SAID) + "…";
    }

    private static Document broken(int line, Refusal why) {
        return broken(line, "", why);
    }

    private static Document broken(int line, String place, Refusal why) {
        return new Document(NODES.objectNode(), Map.of(), List.of(new Fault(line, place, why)));
    }

    private Document document(MappingNode parts) {
        var root = fields(parts, "");
        return new Document(root, lines, faults);
    }

    private JsonNode value(Node node, String path) {
        lines.putIfAbsent(path, line(node));
        return switch (node) {
            case ScalarNode scalar -> NODES.stringNode(scalar.getValue());
            case SequenceNode list -> list(list, path);
            case MappingNode fields -> fields(fields, path);
            default -> throw new IllegalStateException("a node of " + node.getNodeId());
        };
    }

    private JsonNode list(SequenceNode list, String path) {
        var values = NODES.arrayNode();
        for (var value : list.getValue()) values.add(value(value, path + "/" + values.size()));
        return values;
    }

    private ObjectNode fields(MappingNode mapping, String path) {
        var fields = NODES.objectNode();
        var known = new HashSet<String>();
        for (var tuple : mapping.getValue()) {
            var name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
            var inner = path + "/" + name;
            if (!known.add(name)) fault(tuple.getKeyNode(), name, new Refusal("configuration.twice", name));
            lines.putIfAbsent(inner, line(tuple.getKeyNode()));
            fields.set(name, value(tuple.getValueNode(), inner));
        }
        return fields;
    }

    private void fault(Node node, String place, Refusal why) {
        faults.add(new Fault(line(node), place, why));
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
