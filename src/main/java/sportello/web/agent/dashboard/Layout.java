package sportello.web.agent.dashboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How an agent has set up the dashboard: every widget there is, once, in its order. */
public record Layout(List<Slot> slots) {
    static final Layout USUAL = of(List.of());

    public Layout {
        slots = List.copyOf(slots);
    }

    /** The first word about a widget counts; one of which nothing is said, perhaps because it is new, stands last as usual. */
    static Layout of(List<Slot> chosen) {
        Map<WidgetKind, Slot> slots = new LinkedHashMap<>();
        Stream.concat(chosen.stream(), Arrays.stream(WidgetKind.values()).map(WidgetKind::usual))
                .forEach(slot -> slots.putIfAbsent(slot.kind(), slot));
        return new Layout(List.copyOf(slots.values()));
    }

    /** What stands in a column, switched on or off, from top to bottom. */
    public List<Slot> at(Side side) {
        return slots.stream().filter(slot -> slot.side() == side).toList();
    }

    Slot of(WidgetKind kind) {
        return slots.stream().filter(slot -> slot.kind() == kind).findFirst().orElseThrow();
    }

    boolean shows(WidgetKind kind) {
        return of(kind).shown();
    }

    /** The widget a place further; at the end of its column it stays. */
    Layout moved(WidgetKind kind, Move move) {
        var slot = of(kind);
        return switch (move) {
            case UP -> swapped(slot, -1);
            case DOWN -> swapped(slot, 1);
            case ACROSS -> across(slot);
        };
    }

    /** With this one in place of that of its kind. */
    Layout with(Slot changed) {
        return new Layout(slots.stream()
                .map(slot -> slot.kind() == changed.kind() ? changed : slot)
                .toList());
    }

    private Layout swapped(Slot slot, int step) {
        var column = at(slot.side());
        var place = column.indexOf(slot) + step;
        if (place < 0 || place >= column.size()) return this;
        var swapped = new ArrayList<>(slots);
        Collections.swap(swapped, slots.indexOf(slot), slots.indexOf(column.get(place)));
        return new Layout(swapped);
    }

    private Layout across(Slot slot) {
        var rest = new ArrayList<>(slots);
        rest.remove(slot);
        rest.add(slot.onThe(slot.side().other()));
        return new Layout(rest);
    }
}
