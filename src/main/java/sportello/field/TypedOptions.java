package sportello.field;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import sportello.base.CleanText;
import sportello.base.Outcome;

/** What a field offers, one on a line in its order; {@code old => new} says that one is called otherwise now. */
public record TypedOptions(List<Line> lines) {
    public static final TypedOptions NONE = new TypedOptions(List.of());

    private static final int MOST = 300;
    private static final int LONGEST = 120;
    private static final String RENAMED = "=>";

    public TypedOptions {
        lines = List.copyOf(lines);
    }

    /** @param was what it was called, the same for one that keeps its name */
    public record Line(String was, String name) {

        boolean isRenamed() {
            return !was.equals(name);
        }
    }

    public static TypedOptions of(String typed) {
        return of(CleanText.lines(typed).lines(), TypedOptions::line);
    }

    /** Each is called what it is called. */
    public static TypedOptions named(Collection<String> names) {
        return of(names.stream(), TypedOptions::unchanged);
    }

    private static TypedOptions of(Stream<String> typed, Function<String, Line> line) {
        return new TypedOptions(typed.map(CleanText::line)
                .filter(name -> !CleanText.isBlank(name))
                .map(line)
                .toList());
    }

    private static Line line(String typed) {
        var at = typed.indexOf(RENAMED);
        return at < 0
                ? unchanged(typed)
                : new Line(full(typed.substring(0, at)), full(typed.substring(at + RENAMED.length())));
    }

    private static Line unchanged(String typed) {
        var name = full(typed);
        return new Line(name, name);
    }

    /** As OTRS writes it too, {@code Rete::Perdite}. */
    private static String full(String typed) {
        var steps = new ArrayList<String>();
        for (var step : typed.split("::|›")) if (!step.isBlank()) steps.add(step.strip());
        return String.join(Option.BELOW, steps);
    }

    /** As they are typed. */
    public static String typed(List<Option> options) {
        return options.stream().map(Option::name).collect(joining("\n"));
    }

    public List<String> names() {
        return lines.stream().map(Line::name).toList();
    }

    /** What hangs on others before those: a branch takes along what is below it, under whatever name that has by then. */
    List<Line> renamedFromBelow() {
        return renamed().stream()
                .sorted(comparingInt((Line line) -> line.was().length()).reversed())
                .toList();
    }

    List<Line> renamed() {
        return lines.stream().filter(Line::isRenamed).toList();
    }

    /** None in a kind that offers none. */
    Outcome<TypedOptions> checked(Kind kind) {
        if (!kind.isChosen()) return Outcome.done(NONE);
        return kind == Kind.TREE ? grown().sound(true) : sound(false);
    }

    /** As a tree, which may be drawn with {@code >} too. */
    private TypedOptions grown() {
        return new TypedOptions(new OptionTree(lines.stream()
                        .map(line -> new Line(
                                full(line.was().replace(">", "::")),
                                full(line.name().replace(">", "::"))))
                        .toList())
                .lines());
    }

    private Outcome<TypedOptions> sound(boolean tree) {
        if (lines.isEmpty()) return Outcome.refused("fields.no_options");
        if (lines.size() > MOST) return Outcome.refused("fields.many_options", MOST);
        var known = new HashSet<String>();
        for (var line : lines) {
            if (line.name().isEmpty()) return Outcome.refused("fields.no_options");
            if (line.name().length() > LONGEST) return Outcome.refused("fields.option_long", LONGEST, line.name());
            if (tree && line.name().split(Option.BELOW, -1).length > OptionTree.DEEPEST)
                return Outcome.refused("fields.option_deep", OptionTree.DEEPEST, line.name());
            if (!known.add(line.name().toLowerCase(Locale.ROOT)))
                return Outcome.refused("fields.option_twice", line.name());
        }
        return Outcome.done(this);
    }
}
