package sportello.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All behaviours in one module, so that a page does not fetch thirty small files. Each stays in a block of its own and may
 * call its things as it likes; what they import comes first, once.
 */
final class Behaviours {
    private static final Pattern IMPORT = Pattern.compile("(?m)^import \\{ (.+) } from \"(.+)\"\\R");
    private static final String EXPORT = "export default class";

    private Behaviours() {}

    /**
     * The module, which exports its controllers by their names.
     *
     * @param scripts each behaviour's script by its name: imports of single names, each on a line of its own, and one class
     * @throws IllegalStateException where a script has another form
     */
    static String joined(Map<String, String> scripts) {
        var imports = new TreeMap<String, TreeSet<String>>();
        var blocks = new StringBuilder();
        scripts.forEach((name, script) -> {
            IMPORT.matcher(script)
                    .results()
                    .forEach(found -> imports.computeIfAbsent(found.group(2), module -> new TreeSet<>())
                            .addAll(List.of(found.group(1).split(", "))));
            blocks.append("{\n").append(block(name, script)).append("}\n");
        });
        return head(imports) + "const behaviours = {}\n" + blocks + "export default behaviours\n";
    }

    private static String block(String name, String script) {
        var body = IMPORT.matcher(script).replaceAll("");
        var block = body.replace(EXPORT, "behaviours.%s = class".formatted(name));
        if (block.equals(body)
                || Pattern.compile("(?m)^(import|export)\\b").matcher(block).find())
            throw new IllegalStateException("A behaviour is one exported class with plain imports, unlike " + name);
        return block;
    }

    private static String head(Map<String, TreeSet<String>> imports) {
        return imports.entrySet().stream()
                .map(from -> "import { %s } from \"%s\"\n".formatted(String.join(", ", from.getValue()), from.getKey()))
                .collect(Collectors.joining());
    }
}
