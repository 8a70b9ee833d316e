package sportello.web.agent.dashboard;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * The settings as the form sends them: {@code left} and {@code right} name the widgets of each column in their order,
 * {@code on} those that are shown; each list has its {@code rows.…} and {@code columns.…}, and {@code move}, {@code earlier} or
 * {@code later} is the button that was pressed, as in {@code up.new} and {@code new.owner}. What does not exist is passed over.
 */
record LayoutForm(MultiValueMap<String, String> fields) {

    Layout layout() {
        var shown = kinds("on").collect(Collectors.toSet());
        var chosen = Layout.of(Arrays.stream(Side.values())
                .flatMap(side -> kinds(side.key()).map(kind -> slot(kind, side, shown.contains(kind))))
                .toList());
        return move(chosen).or(() -> order(chosen)).orElse(chosen);
    }

    private Slot slot(WidgetKind kind, Side side, boolean on) {
        return new Slot(kind, side, on, rows(kind), columns(kind));
    }

    private int rows(WidgetKind kind) {
        return Slot.ROWS.stream()
                .filter(rows -> values("rows." + kind.key()).contains("" + rows))
                .findFirst()
                .orElse(Slot.USUAL_ROWS);
    }

    private List<Column> columns(WidgetKind kind) {
        return values("columns." + kind.key()).stream()
                .flatMap(key -> Column.of(key).stream())
                .toList();
    }

    private Optional<Layout> move(Layout chosen) {
        var words = String.join("", values("move")).split("\\.", 2);
        if (words.length < 2) return Optional.empty();
        return WidgetKind.of(words[1]).flatMap(kind -> Move.of(words[0]).map(move -> chosen.moved(kind, move)));
    }

    /** A column one place earlier or later in its list, as in {@code earlier} with {@code new.owner}. */
    private Optional<Layout> order(Layout chosen) {
        return order(chosen, "earlier", 1).or(() -> order(chosen, "later", -1));
    }

    private Optional<Layout> order(Layout chosen, String button, int by) {
        var words = String.join("", values(button)).split("\\.", 2);
        if (words.length < 2) return Optional.empty();
        return WidgetKind.of(words[0])
                .flatMap(kind -> Column.of(words[1])
                        .map(column -> chosen.with(chosen.of(kind).earlier(column, by))));
    }

    private Stream<WidgetKind> kinds(String field) {
        return values(field).stream().flatMap(key -> WidgetKind.of(key).stream());
    }

    private List<String> values(String field) {
        return fields.getOrDefault(field, List.of());
    }
}
