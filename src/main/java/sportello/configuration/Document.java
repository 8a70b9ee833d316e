package sportello.configuration;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document as it was read.
 *
 * @param root its parts; each value a text, a list or fields
 * @param lines where things stand, by their path, {@code /queues/0/name}
 */
record Document(ObjectNode root, Map<String, Integer> lines, List<Fault> faults) {

    Document {
        lines = Map.copyOf(lines);
        faults = List.copyOf(faults);
    }

    /** Of the thing, or else of what it is in. */
    int line(String path) {
        var line = lines.get(path);
        if (line != null) return line;
        var end = path.lastIndexOf('/');
        return end < 0 ? 1 : line(path.substring(0, end));
    }
}
