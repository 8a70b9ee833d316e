package sportello.field;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import sportello.field.TypedOptions.Line;

/** Options that hang below each other, as they were typed. */
final class OptionTree {
    /** So many hang below each other at most. */
    static final int DEEPEST = 5;

    private final List<Line> typed;

    OptionTree(List<Line> typed) {
        this.typed = moved(typed);
    }

    /** What hangs below one that is called otherwise now moves along, unless it is told where to go. */
    private static List<Line> moved(List<Line> typed) {
        var renamed = typed.stream().filter(Line::isRenamed).toList();
        return typed.stream().map(line -> moved(line, renamed)).toList();
    }

    private static Line moved(Line line, List<Line> renamed) {
        if (line.isRenamed()) return line;
        return renamed.stream()
                .filter(branch -> line.name().startsWith(branch.was() + Option.BELOW))
                .max(comparingInt(branch -> branch.was().length()))
                .map(branch ->
                        branch.name() + line.name().substring(branch.was().length()))
                .map(name -> new Line(name, name))
                .orElse(line);
    }

    /** Each behind the one above it, which is there even where nobody wrote it. */
    List<Line> lines() {
        var all = new ArrayList<>(typed);
        for (var line : typed)
            for (var above : path(line.name()))
                if (all.stream().noneMatch(known -> known.name().equals(above))) all.add(new Line(above, above));
        return all.stream()
                .sorted(Comparator.comparing(line -> place(line.name())))
                .toList();
    }

    /** The names from the top down to the one itself. */
    private static List<String> path(String name) {
        var path = new ArrayList<String>();
        for (var at = name.indexOf(Option.BELOW); at >= 0; at = name.indexOf(Option.BELOW, at + 1))
            path.add(name.substring(0, at));
        path.add(name);
        return path;
    }

    /** Where each of the path was first written of, in letters that sort as the numbers do. */
    private String place(String name) {
        var place = new StringBuilder();
        for (var step : path(name)) place.append((char) (1 + first(step)));
        return place.toString();
    }

    private int first(String step) {
        return IntStream.range(0, typed.size())
                .filter(line -> typed.get(line).name().equals(step)
                        || typed.get(line).name().startsWith(step + Option.BELOW))
                .findFirst()
                .orElse(typed.size());
    }
}
