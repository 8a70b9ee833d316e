package sportello.configuration;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes trees as YAML for people: one field a line, texts of several lines as they are, short lists in one line. */
final class DocumentWriter {
    private static final String HEAD = """
            # The configuration of a Sportello. It holds no passwords.
            # Bringing it in changes what it says; what is not in it stays as it is, and nothing is deleted.
            """;

    private DocumentWriter() {}

    static String write(ObjectNode root) {
        var options = new DumperOptions();
        options.setSplitLines(false);
        var text = new StringWriter();
        text.write(HEAD);
        new Yaml(options).serialize(node(root), text);
        return text.toString();
    }

    private static Node node(JsonNode value) {
        if (value instanceof ObjectNode fields) return mapping(fields);
        if (value.isArray())
            return list(value.valueStream().map(DocumentWriter::node).toList());
        if (value.isBoolean()) return scalar(Tag.BOOL, value.asString(), ScalarStyle.PLAIN);
        if (value.isNumber()) return number(value.decimalValue());
        return text(value.isNull() ? "" : value.asString());
    }

    private static Node number(BigDecimal value) {
        return scalar(value.scale() > 0 ? Tag.FLOAT : Tag.INT, value.toPlainString(), ScalarStyle.PLAIN);
    }

    private static Node mapping(ObjectNode fields) {
        var tuples = fields.properties().stream()
                .map(field -> new NodeTuple(text(field.getKey()), node(field.getValue())))
                .toList();
        return new MappingNode(Tag.MAP, tuples, tuples.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    private static Node list(List<Node> values) {
        var isShort = values.stream().allMatch(ScalarNode.class::isInstance);
        return new SequenceNode(Tag.SEQ, values, isShort ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    /** Where the style does not suit the text, SnakeYAML quotes it. */
    private static Node text(String value) {
        return scalar(Tag.STR, value, isOdd(value) ? ScalarStyle.DOUBLE_QUOTED : plain(value));
    }

    /** What ends a line for YAML and for nobody else. */
    private static boolean isOdd(String value) {
        return value.chars().anyMatch(sign -> sign == 0x85 || sign == 0x2028 || sign == 0x2029);
    }

    private static ScalarStyle plain(String value) {
        return value.contains("\n") ? ScalarStyle.LITERAL : ScalarStyle.PLAIN;
    }

    private static Node scalar(Tag tag, String value, ScalarStyle style) {
        return new ScalarNode(tag, value, null, null, style);
    }
}
